package dev.lanescope.exchange.out;

import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;

/// Perfetto's own format: a stream of packets, each a message of Protocol Buffers.
///
/// A lane is a track, in the order of the lanes. On it items are slices, and spans are slices
/// inside. All slices of one item have the same correlation id, so a page has one colour wherever
/// it is. Names are told once and then called by number. A slice ends before the next one begins at
/// the same moment.
///
/// Field numbers are those of `protos/perfetto/trace`.
final class PerfettoFile {

    /// The one field of the outermost message.
    private static final int PACKET = 1;

    /// The root of all tracks.
    private static final int PROCESS_TRACK = 1;

    private static final int NOTES_TRACK = 2;
    private static final int FIRST_LANE_TRACK = 16;

    private static final int BEGIN = 1;
    private static final int END = 2;
    private static final int INSTANT = 3;
    private static final int COUNTER = 4;

    private final Snapshot trace;
    private final RunInfo info;
    private final OutputStream out;
    private final BitSet toldItems = new BitSet();
    private final ProtoMessage packet = new ProtoMessage();
    private final ProtoMessage event = new ProtoMessage();
    private boolean begun;

    private PerfettoFile(Snapshot trace, OutputStream out) {
        this.trace = trace;
        this.info = trace.info();
        this.out = out;
    }

    static void write(Snapshot trace, OutputStream out) throws IOException {
        new PerfettoFile(trace, out).write();
    }

    private void write() throws IOException {
        writeProcess();
        int next = FIRST_LANE_TRACK;
        int rank = 0;
        for (LaneView lane : trace.lanes()) {
            writeTrack(next + lane.number(), lane.name(), rank++);
        }
        for (LaneView lane : trace.lanes()) {
            writeLane(lane, next + lane.number());
        }
        next += trace.lanes().size();
        for (CounterView counter : trace.counters()) {
            writeCounter(counter, next++, rank++);
        }
        for (JvmEvent.Kind kind : JvmEvent.Kind.values()) {
            var rows = FreeRows.of(trace.jvm().stream().filter(did -> did.kind() == kind).toList());
            for (List<JvmEvent> row : rows) {
                writeJvm(row, next++, rank);
            }
            rank++;
        }
        if (!trace.notes().isEmpty()) {
            writeTrack(NOTES_TRACK, "notes", rank);
            for (Note note : trace.notes()) {
                writeNote(note);
            }
        }
    }

    private void writeProcess() throws IOException {
        var process = new ProtoMessage().number(1, 1).text(6, "Lanescope: " + info.modelTitle());
        var descriptor =
                new ProtoMessage().number(1, PROCESS_TRACK).message(3, process).number(11, 3);
        var names = new ProtoMessage();
        for (int state = 0; state < info.states().size(); state++) {
            names.message(2, named(stateName(state), info.states().get(state).name()));
            String kind = CsvFile.kind(info.states().get(state).kind());
            names.message(1, named(stateName(state), kind));
        }
        names.message(1, named(itemCategory(), ChromeFile.ITEM));
        names.message(3, named(1, "cpu_ns"));
        packet.clear();
        packet.message(60, descriptor).message(12, names);
        writePacket();
    }

    private static ProtoMessage named(long id, String name) {
        return new ProtoMessage().number(1, id).text(2, name);
    }

    /// Number of the name of a state; of its category too.
    private static int stateName(int state) {
        return 1 + state;
    }

    private int itemName(int item) {
        return 1 + info.states().size() + item;
    }

    private int itemCategory() {
        return 1 + info.states().size();
    }

    private static ProtoMessage track(long uuid, String name, int rank) {
        return new ProtoMessage()
                .number(1, uuid)
                .number(5, PROCESS_TRACK)
                .text(2, name)
                .number(12, rank);
    }

    private void writeTrack(long uuid, String name, int rank) throws IOException {
        packet.clear();
        packet.message(60, track(uuid, name, rank));
        writePacket();
    }

    private void writePacket() throws IOException {
        packet.number(10, 1).number(13, begun ? 2 : 1); // names are kept, or begin to be
        begun = true;
        packet.writeTo(out, PACKET);
    }

    private void beginEvent(long nanos, int type, int track) {
        packet.clear();
        packet.number(8, nanos);
        event.clear();
        event.number(9, type).number(11, track);
    }

    private void writeEvent() throws IOException {
        packet.message(11, event);
        writePacket();
    }

    private void writeEnd(long nanos, int track) throws IOException {
        beginEvent(nanos, END, track);
        writeEvent();
    }

    private void writeLane(LaneView lane, int track) throws IOException {
        LaneWalk.along(
                lane,
                new LaneWalk.Listener() {
                    @Override
                    public void stayBegins(int item, long startNanos, long endNanos)
                            throws IOException {
                        beginEvent(startNanos, BEGIN, track);
                        event.number(10, itemName(item)).number(3, itemCategory());
                        event.number(52, item + 1L);
                        if (!toldItems.get(item)) {
                            toldItems.set(item);
                            var name = named(itemName(item), info.items().get(item));
                            packet.message(12, new ProtoMessage().message(2, name));
                        }
                        writeEvent();
                    }

                    @Override
                    public void span(int index) throws IOException {
                        writeSpan(lane, index, track);
                    }

                    @Override
                    public void stayEnds(int item, long endNanos) throws IOException {
                        writeEnd(endNanos, track);
                    }
                });
    }

    private void writeSpan(LaneView lane, int span, int track) throws IOException {
        int name = stateName(lane.state(span));
        beginEvent(lane.startNanos(span), BEGIN, track);
        event.number(10, name).number(3, name);
        if (lane.item(span) != Lane.NO_ITEM) {
            event.number(52, lane.item(span) + 1L);
        }
        long cpu = lane.exactCpuNanos(span);
        if (cpu != Lane.NOT_READ) {
            event.message(4, new ProtoMessage().number(1, 1).number(4, cpu));
        }
        writeEvent();
        writeEnd(lane.endNanos(span), track);
    }

    private void writeCounter(CounterView counter, int track, int rank) throws IOException {
        packet.clear();
        packet.message(60, track(track, counter.name(), rank).message(8, new ProtoMessage()));
        writePacket();
        for (int i = 0; i < counter.size(); i++) {
            beginEvent(counter.nanos(i), COUNTER, track);
            event.number(30, counter.value(i));
            writeEvent();
        }
    }

    private void writeJvm(List<JvmEvent> row, int track, int rank) throws IOException {
        String kind = ChromeFile.kind(row.getFirst());
        writeTrack(track, "JVM: " + kind, rank);
        for (JvmEvent did : row) {
            beginEvent(did.startNanos(), BEGIN, track);
            event.text(23, did.name()).text(22, kind);
            writeEvent();
            writeEnd(did.endNanos(), track);
        }
    }

    private void writeNote(Note note) throws IOException {
        beginEvent(note.startNanos(), INSTANT, NOTES_TRACK);
        event.text(23, note.text().isEmpty() ? "note" : note.text()).text(22, "note");
        long lasts = note.endNanos() - note.startNanos();
        event.message(4, new ProtoMessage().text(10, "lasts_ns").number(4, lasts));
        writeEvent();
    }
}

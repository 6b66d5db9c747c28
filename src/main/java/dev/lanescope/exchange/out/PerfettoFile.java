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
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/// Perfetto's own format: a protobuf of small packets, which are written one after the other.
///
/// A lane is a track, in the order of the lanes; where another tool told its threads, it is one of
/// those, in its process. On it items are slices, and spans are slices inside. All slices of one
/// item of ours have the same correlation id, so a page has one colour wherever it is. Arrows are
/// flow ids of the slices at their ends. Names are told once and then called by number. A slice
/// ends before the next one begins at the same moment.
///
/// Field numbers are those of `protos/perfetto/trace`.
final class PerfettoFile {

    /// The one field of the outermost message.
    private static final int PACKET = 1;

    /// The first process, in which all is that belongs to none.
    private static final int PROCESS_TRACK = 1;

    private static final int NOTES_TRACK = 2;
    private static final int FIRST_LANE_TRACK = 16;

    /// From here on there are the other processes.
    private static final long MORE_PROCESSES = 1L << 32;

    private static final int BEGIN = 1;
    private static final int END = 2;
    private static final int INSTANT = 3;
    private static final int COUNTER = 4;

    private static final int BY_RANK = 3;

    private final Snapshot trace;
    private final RunInfo info;
    private final Places places;
    private final FlowEnds flows;
    private final OutputStream out;
    private final BitSet toldItems = new BitSet();
    private final ProtoMessage packet = new ProtoMessage();
    private final ProtoMessage event = new ProtoMessage();
    private boolean begun;

    private PerfettoFile(Snapshot trace, OutputStream out) throws IOException {
        this.trace = trace;
        this.info = trace.info();
        this.places = Places.of(trace, 1); // 0 is the idle one
        this.flows = FlowEnds.of(trace);
        this.out = out;
    }

    static void write(Snapshot trace, OutputStream out) throws IOException {
        new PerfettoFile(trace, out).write();
    }

    private void write() throws IOException {
        writeProcesses();
        int next = FIRST_LANE_TRACK;
        int rank = 0;
        for (LaneView lane : trace.lanes()) {
            writeLaneTrack(lane, next + lane.number(), rank++);
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

    private void writeProcesses() throws IOException {
        List<Places.ProcessPlace> processes = places.processes();
        for (int index = 0; index < processes.size(); index++) {
            Places.ProcessPlace process = processes.get(index);
            var described = new ProtoMessage().number(1, process.pid());
            if (!process.name().isEmpty()) {
                described.text(6, process.name());
            }
            packet.clear();
            packet.message(
                    60,
                    new ProtoMessage()
                            .number(1, processTrack(process))
                            .message(3, described)
                            .number(11, BY_RANK));
            if (index == 0) {
                packet.message(12, names());
            }
            writePacket();
        }
    }

    private long processTrack(Places.ProcessPlace process) {
        int index = places.processes().indexOf(process);
        return index == 0 ? PROCESS_TRACK : MORE_PROCESSES + index;
    }

    private ProtoMessage names() {
        var names = new ProtoMessage();
        for (int state = 0; state < info.states().size(); state++) {
            names.message(2, named(stateName(state), info.states().get(state).name()));
            String kind = CsvFile.kind(info.states().get(state).kind());
            names.message(1, named(stateName(state), kind));
        }
        String items = info.isForeign() ? ChromeFile.CALL : ChromeFile.ITEM;
        return names.message(1, named(itemCategory(), items)).message(3, named(1, "cpu_ns"));
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

    private void writeLaneTrack(LaneView lane, long uuid, int rank) throws IOException {
        if (trace.origins().isEmpty()) {
            writeTrack(uuid, lane.name(), rank);
            return;
        }
        Places.ThreadPlace place = places.of(lane);
        var thread = new ProtoMessage().number(1, place.process().pid()).number(2, place.tid());
        if (!place.name().isEmpty()) {
            thread.text(5, place.name());
        }
        packet.clear();
        packet.message(
                60,
                new ProtoMessage()
                        .number(1, uuid)
                        .number(5, processTrack(place.process()))
                        .message(4, thread)
                        .number(12, rank));
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
        LaneWalk.along(trace, lane, new Slices(lane, track));
    }

    /// The slices of a lane.
    private final class Slices implements LaneWalk.Listener {
        private final LaneView lane;
        private final int track;
        private final Deque<Integer> open = new ArrayDeque<>();
        private int number;

        Slices(LaneView lane, int track) {
            this.lane = lane;
            this.track = track;
        }

        @Override
        public void stayBegins(int item, long startNanos, long endNanos) throws IOException {
            open.addLast(number++);
            beginEvent(startNanos, BEGIN, track);
            event.number(10, itemName(item)).number(3, itemCategory());
            if (!info.isForeign()) {
                event.number(52, item + 1L);
            }
            tell(item);
            tie(open.getLast(), false);
            writeEvent();
        }

        @Override
        public void span(int span) throws IOException {
            int slice = number++;
            int name = LaneWalk.name(info, lane, span);
            beginEvent(lane.startNanos(span), BEGIN, track);
            event.number(10, 1L + name).number(3, stateName(lane.state(span)));
            if (name >= info.states().size()) {
                tell(name - info.states().size());
            } else if (lane.item(span) != Lane.NO_ITEM && !info.isForeign()) {
                event.number(52, lane.item(span) + 1L);
            }
            long cpu = lane.exactCpuNanos(span);
            if (cpu != Lane.NOT_READ) {
                event.message(4, new ProtoMessage().number(1, 1).number(4, cpu));
            }
            tie(slice, false);
            writeEvent();
            writeEndOf(slice, lane.endNanos(span));
        }

        @Override
        public void stayEnds(int item, long endNanos) throws IOException {
            writeEndOf(open.removeLast(), endNanos);
        }

        private void writeEndOf(int slice, long nanos) throws IOException {
            beginEvent(nanos, END, track);
            tie(slice, true);
            writeEvent();
        }

        /// A name is told with the first event that has it.
        private void tell(int item) {
            if (!toldItems.get(item)) {
                toldItems.set(item);
                var name = named(itemName(item), info.items().get(item));
                packet.message(12, new ProtoMessage().message(2, name));
            }
        }

        private void tie(int slice, boolean atItsEnd) {
            for (FlowEnds.Tie tie : flows.at(lane, slice, atItsEnd)) {
                event.fixed(tie.leaves() ? 47 : 48, tie.flow() + 1L);
            }
        }
    }

    private void writeCounter(CounterView counter, int track, int rank) throws IOException {
        packet.clear();
        packet.message(60, track(track, counter.plainName(), rank).message(8, new ProtoMessage()));
        writePacket();
        for (int i = 0; i < counter.size(); i++) {
            beginEvent(counter.nanos(i), COUNTER, track);
            if (counter.isInThousandths()) {
                event.fixed(44, Double.doubleToRawLongBits(counter.plainValue(i)));
            } else {
                event.number(30, counter.value(i));
            }
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
        event.text(23, note.name()).text(22, "note");
        long lasts = note.endNanos() - note.startNanos();
        event.message(4, new ProtoMessage().text(10, "lasts_ns").number(4, lasts));
        writeEvent();
    }
}

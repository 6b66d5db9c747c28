package dev.lanescope.exchange.out;

import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.Flow;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// A recording of the JDK Flight Recorder with events of our own: `dev.lanescope.Span` and others.
///
/// The JDK's API stamps an event with the moment at which it is written, so a run that is over
/// cannot go through it. Therefore the file is written here, in chunks of a few megabytes. (JMC's
/// writer keeps the whole recording in memory.)
final class JfrFile {

    /// A chunk is written when it has grown to this many bytes.
    private static final int CHUNK = 4 << 20;

    private final Snapshot trace;
    private final RunInfo info;
    private final OutputStream out;
    private final JfrChunk chunk;

    private JfrFile(Snapshot trace, JfrClock clock, OutputStream out) {
        this.trace = trace;
        this.info = trace.info();
        this.chunk = new JfrChunk(clock);
        this.out = out;
    }

    static void write(Snapshot trace, OutputStream out) throws IOException {
        new JfrFile(trace, JfrClock.ofRun(trace.info().started()), out).write(trace.jvm());
    }

    /// Writes what belongs behind the JVM's own recording of the same run, which tells itself what
    /// the JVM did.
    ///
    /// @param clock the one of that recording
    static void writeBeside(Snapshot trace, JfrClock clock, OutputStream out) throws IOException {
        new JfrFile(trace, clock, out).write(List.of());
    }

    private void write(List<JvmEvent> jvm) throws IOException {
        writeRun();
        for (LaneView lane : trace.lanes()) {
            writeLane(lane);
        }
        for (CounterView counter : trace.counters()) {
            for (int i = 0; i < counter.size(); i++) {
                writeReading(counter, i);
                writeIfFull();
            }
        }
        for (Flow flow : trace.flows()) {
            long lasts = Math.max(0, flow.toNanos() - flow.fromNanos());
            chunk.begin(JfrType.FLOW, flow.fromNanos()).lasting(lasts);
            writeThread(flow.fromLane());
            chunk.text(flow.name());
            writeThread(flow.toLane());
            chunk.moment(flow.toNanos()).end();
            writeIfFull();
        }
        for (JvmEvent did : jvm) {
            chunk.begin(JfrType.ACTIVITY, did.startNanos()).lasting(did.nanos());
            chunk.text(ChromeFile.kind(did)).text(did.name()).end();
            writeIfFull();
        }
        for (Note note : trace.notes()) {
            chunk.begin(JfrType.NOTE, note.startNanos());
            chunk.lasting(note.endNanos() - note.startNanos()).text(note.text()).end();
            writeIfFull();
        }
        chunk.writeTo(out, trace.endNanos(), true);
    }

    private void writeReading(CounterView counter, int reading) {
        boolean whole = !counter.isInThousandths();
        chunk.begin(whole ? JfrType.COUNTER : JfrType.FRACTION, counter.nanos(reading));
        chunk.text(counter.plainName());
        if (whole) {
            chunk.number(counter.value(reading)).end();
        } else {
            chunk.fraction(counter.plainValue(reading)).end();
        }
    }

    private void writeThread(int lane) {
        chunk.thread(lane + 1, trace.lanes().get(lane).name());
    }

    private void writeIfFull() throws IOException {
        if (chunk.size() >= CHUNK) {
            chunk.writeTo(out, trace.endNanos(), false);
        }
    }

    private void writeRun() {
        chunk.begin(JfrType.RUN, 0)
                .lasting(trace.endNanos())
                .text(info.modelTitle())
                .text(info.content())
                .text(info.setting())
                .text(String.join(" ", trace.remarks()))
                .number(info.workers())
                .end();
    }

    private void writeLane(LaneView lane) throws IOException {
        LaneWalk.along(
                trace,
                lane,
                new LaneWalk.Listener() {
                    @Override
                    public void stayBegins(int item, long startNanos, long endNanos) {
                        chunk.begin(JfrType.STAY, startNanos).lasting(endNanos - startNanos);
                        writeThread(lane.number());
                        writeItem(item);
                        chunk.end();
                    }

                    @Override
                    public void span(int index) throws IOException {
                        writeSpan(lane, index);
                        writeIfFull();
                    }

                    @Override
                    public void stayEnds(int item, long endNanos) {
                        // its beginning told how long it lasts
                    }
                });
    }

    private void writeSpan(LaneView lane, int span) {
        State state = info.states().get(lane.state(span));
        long start = lane.startNanos(span);
        chunk.begin(JfrType.SPAN, start).lasting(lane.endNanos(span) - start);
        writeThread(lane.number());
        chunk.text(trace.nameOf(lane, span)).text(CsvFile.kind(state.kind()));
        writeItem(lane.item(span));
        long cpu = lane.exactCpuNanos(span);
        chunk.flag(cpu != Lane.NOT_READ).number(Math.max(cpu, 0)).end();
    }

    private void writeItem(int item) {
        if (item == Lane.NO_ITEM) {
            chunk.noText().noText();
        } else {
            chunk.text(info.items().get(item)).text(info.phaseOf(item).name());
        }
    }
}

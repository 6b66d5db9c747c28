package dev.lanescope.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Writes the body of a trace file; the counterpart of [TraceReader].
final class TraceWriter {

    private final OutputStream out;
    private final Path file;

    TraceWriter(OutputStream out, Path file) {
        this.out = out;
        this.file = file;
    }

    void write(Snapshot snapshot) throws IOException {
        RunInfo info = snapshot.info();
        writeRun(info);
        writeNames(info.items(), "items", TraceFormat.MOST_ITEMS);
        writePhases(info.phases());
        out.write(snapshot.finished() ? 1 : 0);
        writeUnsigned(snapshot.endNanos());
        writeCount(snapshot.lanes().size(), "lanes", TraceFormat.MOST_LANES);
        for (LaneView lane : snapshot.lanes()) {
            writeLane(lane);
        }
        writeCount(snapshot.counters().size(), "counters", TraceFormat.MOST_COUNTERS);
        for (CounterView counter : snapshot.counters()) {
            writeCounter(counter);
        }
        writeNames(snapshot.remarks(), "remarks", TraceFormat.MOST_REMARKS);
    }

    private void writeCounter(CounterView counter) throws IOException {
        writeName(counter.name());
        writeCount(counter.size(), "readings of a counter", TraceFormat.MOST_READINGS);
        long lastNanos = 0;
        long lastValue = 0;
        for (int i = 0; i < counter.size(); i++) {
            writeUnsigned(counter.nanos(i) - lastNanos);
            writeSigned(counter.value(i) - lastValue);
            lastNanos = counter.nanos(i);
            lastValue = counter.value(i);
        }
    }

    private void writeRun(RunInfo info) throws IOException {
        writeName(info.model());
        writeName(info.modelTitle());
        writeUnsigned(info.workers());
        writeName(info.setting());
        writeName(info.content());
        writeUnsigned(info.contentBytes());
        writeInstant(info.started());
        writeUnsigned(info.renderedBefore());
        writeCount(info.states().size(), "states", RunInfo.MOST_STATES);
        for (State state : info.states()) {
            out.write(TraceFormat.KINDS.indexOf(state.kind()));
            writeName(state.name());
        }
    }

    private void writePhases(List<Phase> phases) throws IOException {
        writeCount(phases.size(), "phases", TraceFormat.MOST_PHASES);
        for (Phase phase : phases) {
            writeName(phase.name());
            writeUnsigned(phase.firstItem());
        }
    }

    private void writeInstant(Instant instant) throws IOException {
        writeSigned(instant.getEpochSecond());
        writeUnsigned(instant.getNano());
    }

    private void writeLane(LaneView lane) throws IOException {
        writeName(lane.name());
        writeCount(lane.size(), "spans on a lane", TraceFormat.MOST_SPANS);
        out.write(lane.state(0));
        var last = new Last();
        for (int from = 1; from < lane.size(); from += TraceFormat.CHUNK) {
            writeChunk(lane, from, Math.min(from + TraceFormat.CHUNK, lane.size()), last);
        }
        writeLateReading(lane, last);
    }

    /// What a worker reads when it ends comes after the end of the run more often than not. It is
    /// no span, but without it the last spans would lose their CPU time.
    private void writeLateReading(LaneView lane, Last last) throws IOException {
        Optional<CpuTime> time = lane.cpuTime(lane.size() - 1);
        out.write(time.isPresent() ? 1 : 0);
        if (time.isPresent()) {
            writeUnsigned(last.readNanos + time.get().wallNanos() - lane.endNanos());
            writeSigned(time.get().cpuNanos());
        }
    }

    /// Column by column: like stands beside like, which is what deflate is good at.
    private void writeChunk(LaneView lane, int from, int to, Last last) throws IOException {
        for (int i = from; i < to; i++) {
            writeUnsigned(lane.startNanos(i) - last.startNanos);
            last.startNanos = lane.startNanos(i);
        }
        for (int i = from; i < to; i++) {
            out.write(lane.state(i));
        }
        for (int i = from; i < to; i++) {
            writeSigned((long) lane.item(i) - last.item);
            last.item = lane.item(i);
        }
        for (int i = from; i < to; i++) {
            long cpu = lane.cpuNanos(i);
            if (cpu == Lane.NOT_READ) {
                writeUnsigned(0);
            } else {
                writeUnsigned(1 + zigzag(cpu - last.cpuNanos));
                last.cpuNanos = cpu;
                last.readNanos = lane.startNanos(i);
            }
        }
    }

    /// What the next difference is taken from.
    private static final class Last {
        long startNanos;
        int item = Lane.NO_ITEM;
        long cpuNanos;
        long readNanos;
    }

    private void writeNames(List<String> names, String what, int most) throws IOException {
        writeCount(names.size(), what, most);
        for (String name : names) {
            writeName(name);
        }
    }

    private void writeName(String name) throws IOException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        writeCount(bytes.length, "bytes in a name", TraceFormat.MOST_NAME_BYTES);
        out.write(bytes);
    }

    private void writeCount(int count, String what, int most) throws IOException {
        if (count > most) {
            throw new TraceFileException(
                    file,
                    "cannot be written: " + count + " " + what + "; the format ends at " + most);
        }
        writeUnsigned(count);
    }

    private void writeSigned(long value) throws IOException {
        writeUnsigned(zigzag(value));
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private void writeUnsigned(long value) throws IOException {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}

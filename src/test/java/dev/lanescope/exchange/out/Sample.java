package dev.lanescope.exchange.out;

import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Traces with everything that can be in one, and what must come out of every reader.
final class Sample {

    private Sample() {}

    /// A random run with counters, notes, and compilations that overlap each other.
    static Snapshot of(long seed) {
        Trace trace = Traces.randomTrace(seed, 3, 60);
        long end = Traces.finished(trace).endNanos();
        trace.happened(
                List.of(
                        new JvmEvent(JvmEvent.Kind.COMPILATION, "C2", 0, end / 2),
                        new JvmEvent(JvmEvent.Kind.COMPILATION, "C1", end / 4, end / 3),
                        new JvmEvent(JvmEvent.Kind.COMPILATION, "C2", end / 3, end),
                        new JvmEvent(JvmEvent.Kind.COLLECTION, "G1New", end / 2, end / 2 + 1),
                        new JvmEvent(JvmEvent.Kind.SAFEPOINT, "Cleanup", end - 1, end)));
        return Traces.finished(trace)
                .withNotes(
                        List.of(
                                new Note(end / 3, end / 3, "here, \"it\" began\nand ended"),
                                new Note(end / 4, end / 2, "")));
    }

    static byte[] written(Snapshot trace, ExportFormat format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        format.write(trace, bytes);
        return bytes.toByteArray();
    }

    /// Nanoseconds by lane and state, `pool-1-thread-1 parse`; lanes and states with nothing are
    /// left out.
    static Map<String, Long> sums(Snapshot trace) {
        var sums = new TreeMap<String, Long>();
        for (LaneView lane : trace.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                add(
                        sums,
                        lane.name(),
                        trace.state(lane.state(span)).name(),
                        lane.endNanos(span) - lane.startNanos(span));
            }
        }
        return sums;
    }

    static void add(Map<String, Long> sums, String lane, String state, long nanos) {
        if (nanos > 0) {
            sums.merge(lane + " " + state, nanos, Long::sum);
        }
    }
}

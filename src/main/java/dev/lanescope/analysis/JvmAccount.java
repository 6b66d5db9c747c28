package dev.lanescope.analysis;

import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.List;

/// What a JVM did for itself during a run, and what that cost the lanes, added up exactly.
///
/// A lane knows nothing of a stop: its span just lasts longer. So part of what counts as work was
/// standing still, and [#stoppedWorkNanos] says how much.
///
/// @param collections stops for collecting garbage
/// @param otherStops stops for other reasons
/// @param compilations what was compiled beside the lanes; several may go on at once, so their sum
///   can be longer than the run
/// @param stoppedNanos how long the world stood still: the union of all stops
/// @param lanes how many lanes stood still with it
/// @param wallNanos how long the run was
/// @param stoppedWork for each lane, how much of its work lay under stops
public record JvmAccount(
        Sum collections,
        Sum otherStops,
        Sum compilations,
        long stoppedNanos,
        int lanes,
        long wallNanos,
        List<Long> stoppedWork) {

    /// How many, and how long together.
    public record Sum(int count, long nanos) {

        static Sum of(List<JvmEvent> events, JvmEvent.Kind kind) {
            int count = 0;
            long nanos = 0;
            for (JvmEvent event : events) {
                if (event.kind() == kind) {
                    count++;
                    nanos += event.nanos();
                }
            }
            return new Sum(count, nanos);
        }

        String words(String what) {
            return what + " " + count + ", " + Durations.text(nanos);
        }
    }

    public JvmAccount {
        stoppedWork = List.copyOf(stoppedWork);
    }

    public static JvmAccount of(Snapshot trace) {
        List<JvmEvent> events = trace.jvm();
        Intervals stops = Intervals.ofStops(events);
        return new JvmAccount(
                Sum.of(events, JvmEvent.Kind.COLLECTION),
                Sum.of(events, JvmEvent.Kind.SAFEPOINT),
                Sum.of(events, JvmEvent.Kind.COMPILATION),
                stops.nanosWithin(0, trace.endNanos()),
                trace.lanes().size(),
                trace.endNanos(),
                trace.lanes().stream().map(lane -> workUnder(stops, lane, trace)).toList());
    }

    /// How much of a lane's work lay under stops.
    private static long workUnder(Intervals stops, LaneView lane, Snapshot trace) {
        long sum = 0;
        for (int stop = 0; stop < stops.size() && stops.start(stop) < lane.endNanos(); stop++) {
            long from = Math.max(0, stops.start(stop));
            long to = Math.min(lane.endNanos(), stops.end(stop));
            int span = lane.indexAt(from);
            for (; span < lane.size() && lane.startNanos(span) < to; span++) {
                if (trace.state(lane.state(span)).kind().isWork()) {
                    long start = Math.max(from, lane.startNanos(span));
                    sum += Math.max(0, Math.min(to, lane.endNanos(span)) - start);
                }
            }
        }
        return sum;
    }

    /// Whether anything was seen.
    public boolean isEmpty() {
        return collections.count() + otherStops.count() + compilations.count() == 0;
    }

    /// Lane time that went by while the world stood still.
    public long stoppedLaneNanos() {
        return stoppedNanos * lanes;
    }

    /// The same as part of all lane time, 0 to 1.
    public double stoppedShare() {
        return wallNanos == 0 ? 0 : (double) stoppedNanos / wallNanos;
    }

    /// What counts as work but was standing still, on all lanes together.
    public long stoppedWorkNanos() {
        return stoppedWork.stream().mapToLong(Long::longValue).sum();
    }

    /// E.g. `collections 3, 12.4 ms; other stops 2, 310 µs; compilations 214, 1.20 s`.
    public String words() {
        return words(collections, otherStops, compilations);
    }

    /// The same of some events, without adding up what they cost the lanes.
    public static String words(List<JvmEvent> events) {
        return words(
                Sum.of(events, JvmEvent.Kind.COLLECTION),
                Sum.of(events, JvmEvent.Kind.SAFEPOINT),
                Sum.of(events, JvmEvent.Kind.COMPILATION));
    }

    private static String words(Sum collections, Sum otherStops, Sum compilations) {
        return collections.words("collections")
                + "; "
                + otherStops.words("other stops")
                + "; "
                + compilations.words("compilations");
    }
}

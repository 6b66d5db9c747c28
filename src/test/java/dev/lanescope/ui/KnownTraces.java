package dev.lanescope.ui;

import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// The traces that the walkthrough is done on: written out by hand, so that every test knows what
/// lies where.
final class KnownTraces {

    private KnownTraces() {}

    /// 400 ms on three lanes. Page 1 (`@1`) is parsed on the second and handed over to the third.
    /// Span 0 of each lane is the moment before the first one that is written here.
    static Snapshot threeLanes() {
        return inMillis(
                "read@0 20, parse@0 60, write@0 20, queue 30, read@3 20, parse@3 90, write@3 40,"
                        + " idle 120",
                "queue 10, read@1 30, parse@1 200, idle 160",
                "read@2 50, parse@2 150, queue 50, write@1 50, idle 100");
    }

    /// Spans as [Traces#of] takes them, their lengths in milliseconds.
    private static Snapshot inMillis(String... lanes) {
        return Traces.of(
                Arrays.stream(lanes)
                        .map(lane -> lane.replaceAll(" (\\d+)", " $1000000"))
                        .toArray(String[]::new));
    }

    /// So many lanes that worked the less the higher their number, over 500 ms; the world was
    /// stopped twice, at 100 ms for 20 and at 300 ms for 4.
    static Snapshot lanes(int count) {
        return lanes(count, List.of());
    }

    /// The same, and something was compiled at 200 ms.
    static Snapshot lanesBesideACompiler(int count) {
        return lanes(
                count,
                List.of(new JvmEvent(JvmEvent.Kind.COMPILATION, "C2", 200_000_000, 250_000_000)));
    }

    private static Snapshot lanes(int count, List<JvmEvent> besides) {
        var states =
                List.of(new State("parse", State.Kind.WORK), new State("idle", State.Kind.IDLE));
        var info = new RunInfo("m", "Many", count, "c", 1, Instant.EPOCH, 0, states, List.of("a"));
        var trace = new Trace(info, 1);
        long end = 500_000_000;
        for (int number = 0; number < count; number++) {
            Lane lane = trace.lane(number);
            lane.rename("m-" + (number + 1));
            lane.append(1, 0, 0, Lane.NOT_READ);
            lane.append(end * (count - number) / (count + 1), 1, Lane.NO_ITEM, Lane.NOT_READ);
        }
        trace.happened(
                List.of(
                        new JvmEvent(JvmEvent.Kind.COLLECTION, "G1New", 100_000_000, 120_000_000),
                        new JvmEvent(
                                JvmEvent.Kind.SAFEPOINT, "ThreadDump", 300_000_000, 304_000_000)));
        trace.happened(besides);
        trace.finish(end);
        return Traces.finished(trace);
    }
}

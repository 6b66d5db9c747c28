package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Intervals;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// All lane time of one run, divided up without a rest by what it was given to and by state.
///
/// What lies under stops of the JVM is the stops', whatever the lanes were at; of the work that is
/// left, what the first pages took beyond the steady level is warm-up. The useful work is not told
/// here: that takes a second run.
final class Division {

    private static final String STOPPED = "stopped";

    private final Snapshot run;
    private final Map<StackPart, Map<String, Long>> parts = new EnumMap<>(StackPart.class);

    private Division(Snapshot run) {
        this.run = run;
    }

    static Map<StackPart, Map<String, Long>> of(Snapshot run) {
        var division = new Division(run);
        LaneTime all = LaneTime.of(run);
        for (int code = 0; code < run.info().states().size(); code++) {
            division.add(code, all.nanos(code));
        }
        Intervals stops = Intervals.ofStops(run.jvm());
        division.takeOut(stops);
        var examined = new Examination(run);
        WarmUpTime.of(examined).ifPresent(time -> division.takeOut(time, examined.stays(), stops));
        return division.parts;
    }

    private void takeOut(Intervals stops) {
        long stopped = 0;
        for (LaneView lane : run.lanes()) {
            long[] under = new long[run.info().states().size()];
            for (int stop = 0; stop < stops.size(); stop++) {
                lane.add(stops.start(stop), stops.end(stop), under);
            }
            for (int code = 0; code < under.length; code++) {
                add(code, -under[code]);
                stopped += under[code];
            }
        }
        add(StackPart.STOPS, STOPPED, stopped);
    }

    private void takeOut(WarmUpTime time, Stays stays, Intervals stops) {
        for (int stay = 0; stay < stays.size(); stay++) {
            double excess = time.excess(stays.item(stay));
            LaneView lane = run.lanes().get(stays.lane(stay));
            for (int span = stays.first(stay); excess > 0 && span <= stays.last(stay); span++) {
                int code = lane.state(span);
                if (lane.item(span) == stays.item(stay) && run.state(code).kind().isWork()) {
                    long start = lane.startNanos(span);
                    long end = lane.endNanos(span);
                    long taken = (long) (excess * (end - start - stops.nanosWithin(start, end)));
                    add(code, -taken);
                    add(StackPart.WARM_UP, run.state(code).name(), taken);
                }
            }
        }
    }

    private void add(int code, long nanos) {
        add(StackPart.of(run.state(code)), run.state(code).name(), nanos);
    }

    private void add(StackPart part, String state, long nanos) {
        if (nanos != 0) {
            parts.computeIfAbsent(part, _ -> new LinkedHashMap<>()).merge(state, nanos, Long::sum);
        }
    }
}

package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Intervals;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.Preemption;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// All lane time of one run, divided up without a rest by what it was given to and by state.
///
/// What lies under stops of the JVM is the stops', whatever the lanes were at. Of what is left, the
/// time in which a lane had no processor is preemption; of the work without that, what the first
/// pages took beyond the steady level is warm-up. The useful work is not told here: that takes a
/// second run.
final class Division {

    private static final String STOPPED = "stopped";

    private final Snapshot run;
    private final Map<StackPart, Map<String, Long>> parts = new EnumMap<>(StackPart.class);

    private Division(Snapshot run) {
        this.run = run;
    }

    /// @param withPreemption whether what the kernel says of the lanes is to be told apart
    static Map<StackPart, Map<String, Long>> of(Snapshot run, boolean withPreemption) {
        var division = new Division(run);
        LaneTime all = LaneTime.of(run);
        for (int code = 0; code < run.info().states().size(); code++) {
            division.add(code, all.nanos(code));
        }
        Intervals stops = Intervals.ofStops(run.jvm());
        division.takeOut(stops);
        double[] running =
                withPreemption ? division.takeOut(Preemption.of(run, stops)) : division.all();
        var examined = new Examination(run);
        WarmUpTime.of(examined)
                .ifPresent(time -> division.takeOut(time, examined.stays(), stops, running));
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

    /// When it was is not known so finely that spans could be told apart.
    ///
    /// @return by state, for which part of its time outside of stops lanes had a processor
    private double[] takeOut(Preemption preempted) {
        double[] running = new double[run.info().states().size()];
        for (int code = 0; code < running.length; code++) {
            long nanos = preempted.byState().get(code);
            long before = nanos(code);
            running[code] = before <= 0 ? 1 : 1 - (double) nanos / before;
            add(code, -nanos);
        }
        add(StackPart.PREEMPTION, SpeedUpStack.PREEMPTED, preempted.nanos());
        return running;
    }

    private double[] all() {
        double[] running = new double[run.info().states().size()];
        Arrays.fill(running, 1);
        return running;
    }

    private void takeOut(WarmUpTime time, Stays stays, Intervals stops, double[] running) {
        for (int stay = 0; stay < stays.size(); stay++) {
            double excess = time.excess(stays.item(stay));
            LaneView lane = run.lanes().get(stays.lane(stay));
            for (int span = stays.first(stay); excess > 0 && span <= stays.last(stay); span++) {
                int code = lane.state(span);
                if (lane.item(span) == stays.item(stay) && run.state(code).kind().isWork()) {
                    long start = lane.startNanos(span);
                    long end = lane.endNanos(span);
                    long outside = end - start - stops.nanosWithin(start, end);
                    long taken = (long) (excess * running[code] * outside);
                    add(code, -taken);
                    add(StackPart.WARM_UP, run.state(code).name(), taken);
                }
            }
        }
    }

    private long nanos(int code) {
        State state = run.state(code);
        return parts.getOrDefault(StackPart.of(state), Map.of()).getOrDefault(state.name(), 0L);
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

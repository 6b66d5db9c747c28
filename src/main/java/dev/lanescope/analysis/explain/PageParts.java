package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Intervals;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.analysis.Preemption;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What each page of a run's first phase took, and what handing pages over and making the workers
/// took, divided without a rest by the part of the speed-up stack that it is charged to.
///
/// It is the stack's own division, page by page: what lies under stops is the stops'; of what is
/// left, a lane had no processor for the same part of its time in each span of a state, because
/// only the sum is known; of the rest, the first pages' excess is warm-up. What then remains is
/// charged to reading and writing, or to work inflation, less what the sequential run took for the
/// same page, which takes a second run to know.
public final class PageParts {

    /// What a page passes through, in this order.
    public enum Step {
        /// Reading.
        BEFORE,
        /// What a lock would guard.
        COMPUTE,
        /// Writing.
        AFTER;

        static Step of(State state) {
            return switch (state.name()) {
                case "read" -> BEFORE;
                case "write" -> AFTER;
                default -> COMPUTE;
            };
        }
    }

    private final int pages;
    private final Map<Step, Map<StackPart, long[]>> ofPages = new EnumMap<>(Step.class);
    private final Map<StackPart, Long> handingOver = new EnumMap<>(StackPart.class);
    private final Map<StackPart, Long> starting = new EnumMap<>(StackPart.class);
    private long lockWait;

    private PageParts(int pages) {
        this.pages = pages;
        for (Step step : Step.values()) {
            ofPages.put(step, new EnumMap<>(StackPart.class));
        }
    }

    /// Divides up the first phase of a finished run.
    public static PageParts of(Snapshot run) {
        var parts = new PageParts(run.info().pages());
        Intervals stops = Intervals.ofStops(run.jvm());
        double[] running = running(run, stops);
        Optional<WarmUpTime> warmUp = WarmUpTime.of(new Examination(run));
        long end = PhaseTime.of(run).getFirst().endNanos();
        for (LaneView lane : run.lanes()) {
            for (int span = 0; span < lane.size() && lane.startNanos(span) < end; span++) {
                int code = lane.state(span);
                long start = lane.startNanos(span);
                long until = Math.min(end, lane.endNanos(span));
                long stopped = stops.nanosWithin(start, until);
                long without = Math.round((1 - running[code]) * (until - start - stopped));
                parts.add(
                        run.state(code),
                        lane.item(span),
                        until - start,
                        stopped,
                        without,
                        warmUp.isPresent() ? warmUp.get().excess(lane.item(span)) : 0);
            }
        }
        return parts;
    }

    /// By state, for which part of its time outside of stops lanes had a processor.
    private static double[] running(Snapshot run, Intervals stops) {
        Preemption preempted = Preemption.of(run, stops);
        boolean known = preempted.isKnownOfAll(run);
        LaneTime all = LaneTime.of(run);
        long[] under = new long[run.info().states().size()];
        for (LaneView lane : run.lanes()) {
            for (int stop = 0; stop < stops.size(); stop++) {
                lane.add(stops.start(stop), stops.end(stop), under);
            }
        }
        double[] running = new double[under.length];
        for (int code = 0; code < running.length; code++) {
            long outside = all.nanos(code) - under[code];
            running[code] =
                    outside <= 0 || !known
                            ? 1
                            : 1 - (double) preempted.byState().get(code) / outside;
        }
        return running;
    }

    private void add(State state, int item, long nanos, long stopped, long without, double excess) {
        switch (state.kind()) {
            case WORK -> {
                if (item >= 0 && item < pages) {
                    Step step = Step.of(state);
                    long slow = (long) (excess * (nanos - stopped - without));
                    add(step, StackPart.STOPS, item, stopped);
                    add(step, StackPart.PREEMPTION, item, without);
                    add(step, StackPart.WARM_UP, item, slow);
                    add(step, StackPart.of(state), item, nanos - stopped - without - slow);
                }
            }
            case QUEUE, CHANNEL, IO -> add(handingOver, state, nanos, stopped, without);
            case STARTING -> add(starting, state, nanos, stopped, without);
            case LOCK -> lockWait += nanos;
            case IDLE, LOST -> {}
        }
    }

    private void add(Step step, StackPart part, int page, long nanos) {
        if (nanos != 0) {
            ofPages.getOrDefault(step, Map.of())
                            .computeIfAbsent(part, _ -> new long[pages])[page] +=
                    nanos;
        }
    }

    private static void add(
            Map<StackPart, Long> sums, State state, long nanos, long stopped, long without) {
        sums.merge(StackPart.STOPS, stopped, Long::sum);
        sums.merge(StackPart.PREEMPTION, without, Long::sum);
        sums.merge(StackPart.of(state), nanos - stopped - without, Long::sum);
    }

    /// How many pages there are.
    public int pages() {
        return pages;
    }

    /// What a step of a page took, all parts together.
    public long nanos(int page, Step step) {
        long sum = 0;
        for (long[] part : ofPages.getOrDefault(step, Map.of()).values()) {
            sum += part[page];
        }
        return sum;
    }

    /// How much of that is charged to a part.
    public long nanos(int page, Step step, StackPart part) {
        long[] nanos = ofPages.getOrDefault(step, Map.of()).get(part);
        return nanos == null ? 0 : nanos[page];
    }

    /// What handing pages over took on all lanes: waiting for them, crossing, files of the model.
    public long handingOver() {
        return sum(handingOver);
    }

    public long handingOver(StackPart part) {
        return handingOver.getOrDefault(part, 0L);
    }

    /// What making the workers took, of all lanes.
    public long starting() {
        return sum(starting);
    }

    public long starting(StackPart part) {
        return starting.getOrDefault(part, 0L);
    }

    /// How long lanes waited for a lock. It is part of nothing else here.
    public long lockWait() {
        return lockWait;
    }

    private static long sum(Map<StackPart, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }
}

package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Intervals;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The spans in which the work of a run took longer than that of the sequential run: what [work
/// inflation][StackPart#INFLATION] is made of, page by page and stage by stage.
///
/// A page's stage counts if it took more than a tenth longer, for as much two runs of one setting
/// differ by themselves. Stops of the JVM and what the first pages took to warm up are left out on
/// both sides, as they are in the stack.
public final class SlowerSpans {

    /// A stage of a page that took longer.
    ///
    /// @param span its longest span
    /// @param nanos what it took in all its spans together
    /// @param oneNanos what it took in the sequential run
    public record Slower(Span span, long nanos, long oneNanos) {

        public long beyondNanos() {
            return nanos - oneNanos;
        }
    }

    private static final double CLEARLY = 1.1;
    private static final int NONE = -1;

    private final Snapshot run;
    private final int[] stages; // by state: which of the stages that count, or none
    private final int count;

    private SlowerSpans(Snapshot run) {
        this.run = run;
        stages = new int[run.info().states().size()];
        Arrays.fill(stages, NONE);
        int found = 0;
        for (int state = 0; state < stages.length; state++) {
            if (StackPart.of(run.state(state)) == StackPart.INFLATION) {
                stages[state] = found++;
            }
        }
        count = found;
    }

    /// What took longest beyond the sequential run comes first.
    ///
    /// @param one a run of the same content by one worker
    /// @param most how many at most
    public static List<Slower> of(Snapshot run, Snapshot one, int most) {
        var here = new SlowerSpans(run);
        long[] mine = here.nanos();
        long[] alone = here.twins(one);
        List<Integer> slower =
                IntStream.range(0, mine.length)
                        .filter(place -> alone[place] > 0 && mine[place] > CLEARLY * alone[place])
                        .boxed()
                        .sorted(Order.by((Integer place) -> alone[place] - mine[place]))
                        .limit(most)
                        .toList();
        Map<Integer, Span> longest = here.longest(slower);
        List<Slower> found = new ArrayList<>();
        for (int place : slower) {
            Optional.ofNullable(longest.get(place))
                    .ifPresent(span -> found.add(new Slower(span, mine[place], alone[place])));
        }
        return List.copyOf(found);
    }

    /// Which stage of which page a span is of; [#NONE] if it is of none.
    private int place(LaneView lane, int span) {
        int stage = stages[lane.state(span)];
        int item = lane.item(span);
        return stage == NONE || item < 0 ? NONE : item * count + stage;
    }

    /// Outside of stops and without warm-up.
    private long[] nanos() {
        double[] sums = new double[run.info().items().size() * count];
        Intervals stops = Intervals.ofStops(run.jvm());
        double[] steady = steady();
        for (LaneView lane : run.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                int place = place(lane, span);
                if (place != NONE) {
                    long start = lane.startNanos(span);
                    long end = lane.endNanos(span);
                    long outside = end - start - stops.nanosWithin(start, end);
                    sums[place] += steady[lane.item(span)] * outside;
                }
            }
        }
        return Arrays.stream(sums).mapToLong(Math::round).toArray();
    }

    /// By item, the part of its work that was no warm-up.
    private double[] steady() {
        double[] steady = new double[run.info().items().size()];
        Arrays.fill(steady, 1);
        WarmUpTime.of(new Examination(run))
                .ifPresent(time -> Arrays.setAll(steady, item -> 1 - time.excess(item)));
        return steady;
    }

    /// What the same stages of the same pages took in another run, in this one's places.
    private long[] twins(Snapshot one) {
        var there = new SlowerSpans(one);
        long[] theirs = there.nanos();
        Map<String, Integer> items = new HashMap<>();
        for (int item = 0; item < one.info().items().size(); item++) {
            items.putIfAbsent(one.info().items().get(item), item);
        }
        long[] twins = new long[run.info().items().size() * count];
        for (int item = 0; item < run.info().items().size(); item++) {
            int twin = items.getOrDefault(run.info().items().get(item), NONE);
            for (int state = 0; state < stages.length && twin != NONE; state++) {
                int stage = there.stage(run.state(state).name());
                if (stages[state] != NONE && stage != NONE) {
                    twins[item * count + stages[state]] = theirs[twin * there.count + stage];
                }
            }
        }
        return twins;
    }

    private int stage(String name) {
        for (int state = 0; state < stages.length; state++) {
            if (stages[state] != NONE && run.state(state).name().equals(name)) {
                return stages[state];
            }
        }
        return NONE;
    }

    private Map<Integer, Span> longest(List<Integer> places) {
        boolean[] wanted = new boolean[run.info().items().size() * count];
        places.forEach(place -> wanted[place] = true);
        Map<Integer, Span> longest = new HashMap<>();
        for (LaneView lane : run.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                int place = place(lane, span);
                if (place != NONE && wanted[place]) {
                    longest.merge(
                            place,
                            lane.span(span),
                            (one, other) -> other.nanos() > one.nanos() ? other : one);
                }
            }
        }
        return longest;
    }
}

package dev.lanescope.exchange.report;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.chart.LaneTitle;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Where the time of some lanes went that belong together: the threads of a process, or those that
/// do the same part of a run.
///
/// @param group what they are called together
/// @param lanes how many there are
/// @param shares each state's share of their time, the greatest first
public record GroupTime(String group, int lanes, List<Share> shares) {

    /// A state's share of the time, above 0.
    public record Share(String state, double part) {}

    private static final class Sum {
        private final long[] nanos;
        private int lanes;

        Sum(int states) {
            nanos = new long[states];
        }
    }

    public GroupTime {
        shares = List.copyOf(shares);
    }

    /// All groups, in the order of their first lanes.
    public static List<GroupTime> of(Snapshot trace) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        LaneTime time = LaneTime.of(trace);
        int states = trace.info().states().size();
        for (LaneView lane : trace.lanes()) {
            String group = LaneTitle.part(trace.info(), lane.name());
            Sum sum = sums.computeIfAbsent(group, _ -> new Sum(states));
            sum.lanes++;
            for (int state = 0; state < states; state++) {
                sum.nanos[state] += time.nanos(lane.number(), state);
            }
        }
        List<GroupTime> groups = new ArrayList<>();
        sums.forEach((group, sum) -> {
            double all = (double) sum.lanes * trace.endNanos();
            List<Share> shares =
                    IntStream.range(0, states)
                            .filter(state -> sum.nanos[state] > 0)
                            .mapToObj(state ->
                                    new Share(trace.state(state).name(), sum.nanos[state] / all))
                            .sorted(Comparator.comparingDouble(share -> -share.part()))
                            .toList();
            groups.add(new GroupTime(group, sum.lanes, shares));
        });
        return groups;
    }
}

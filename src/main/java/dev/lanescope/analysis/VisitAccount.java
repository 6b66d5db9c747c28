package dev.lanescope.analysis;

import dev.lanescope.trace.CpuTime;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// What became of the time of one visit of an item to a lane: how long it was in each state, and
/// what that cost.
///
/// @param parts the states, the longest first; together they are the visit
/// @param cpu CPU time between the readings around it; empty if there is none on one side
/// @param allocatedBytes by all its spans; empty if that was not read at an end of one
public record VisitAccount(
        ItemVisit visit, List<Part> parts, Optional<CpuTime> cpu, OptionalLong allocatedBytes) {

    /// One state.
    ///
    /// @param spans how many spans were in it
    public record Part(int state, int spans, long nanos) {}

    public VisitAccount {
        parts = List.copyOf(parts);
    }

    /// How many spans the visit has.
    public int spans() {
        return visit.lastSpan() - visit.firstSpan() + 1;
    }

    public static VisitAccount of(Snapshot trace, ItemVisit visit) {
        LaneView lane = trace.lanes().get(visit.lane());
        Map<Integer, long[]> byState = new TreeMap<>();
        for (int span = visit.firstSpan(); span <= visit.lastSpan(); span++) {
            long[] sum = byState.computeIfAbsent(lane.state(span), _ -> new long[2]);
            sum[0]++;
            sum[1] += lane.endNanos(span) - lane.startNanos(span);
        }
        List<Part> parts =
                byState.entrySet().stream()
                        .map(each ->
                                new Part(
                                        each.getKey(),
                                        (int) each.getValue()[0],
                                        each.getValue()[1]))
                        .sorted(Comparator.comparingLong(Part::nanos).reversed())
                        .toList();
        return new VisitAccount(
                visit,
                parts,
                lane.cpuTime(visit.firstSpan(), visit.lastSpan()),
                allocated(lane, visit));
    }

    private static OptionalLong allocated(LaneView lane, ItemVisit visit) {
        long[] each =
                visit.spans(lane).stream()
                        .mapToLong(span -> lane.allocatedBytes(span.index()))
                        .toArray();
        return Arrays.stream(each).anyMatch(bytes -> bytes == Lane.NOT_READ)
                ? OptionalLong.empty()
                : OptionalLong.of(Arrays.stream(each).sum());
    }
}

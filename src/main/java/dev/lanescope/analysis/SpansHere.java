package dev.lanescope.analysis;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a place of a picture stands for that shows many spans: how many of them there are, and for
/// how much of the time the lanes were in which state.
///
/// @param spans how many there are, at least in part
/// @param byState nanoseconds by the state's code
public record SpansHere(int spans, List<Long> byState) {

    /// So many states are named; the others are told together.
    private static final int NAMED = 3;

    /// Of the time from one moment to another, as far as it lies within the run.
    ///
    /// @param toNanos not included
    public static SpansHere of(Snapshot trace, IntStream lanes, long fromNanos, long toNanos) {
        long from = Math.clamp(fromNanos, 0, Math.max(0, trace.endNanos() - 1));
        long to = Math.max(from + 1, toNanos);
        long[] nanos = new long[trace.info().states().size()];
        int spans =
                lanes.mapToObj(trace.lanes()::get)
                        .mapToInt(lane -> {
                            lane.add(from, to, nanos);
                            return count(lane, from, to);
                        })
                        .sum();
        return new SpansHere(
                spans, IntStream.range(0, nanos.length).mapToObj(i -> nanos[i]).toList());
    }

    private static int count(LaneView lane, long from, long to) {
        return lane.indexAt(to - 1) - lane.indexAt(from) + 1;
    }

    /// E.g. `14 spans here: parse 60.0%, read 30.0%, others 10.0%`.
    public String words(Snapshot trace) {
        long all = byState.stream().mapToLong(Long::longValue).sum();
        List<Integer> largest =
                IntStream.range(0, byState.size())
                        .filter(state -> byState.get(state) > 0)
                        .boxed()
                        .sorted((one, other) -> Long.compare(byState.get(other), byState.get(one)))
                        .toList();
        String named =
                largest.stream()
                        .limit(largest.size() == NAMED + 1 ? NAMED + 1 : NAMED)
                        .map(state ->
                                trace.state(state).name()
                                        + " "
                                        + Amounts.percent((double) byState.get(state) / all))
                        .collect(Collectors.joining(", "));
        long rest = largest.stream().skip(NAMED).mapToLong(byState::get).sum();
        boolean others = largest.size() > NAMED + 1;
        return Amounts.count(spans, "span")
                + " here: "
                + named
                + (others ? ", others " + Amounts.percent((double) rest / all) : "");
    }
}

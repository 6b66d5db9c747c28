package dev.lanescope.analysis.explain;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/// How a sequential run waited before its first item: until its worker was there, and had been told
/// what to do.
///
/// That is no work which others could have shared. A Python that is started from a cold disk takes
/// a second where the next one takes a tenth, and what a run waited less than that at its start it
/// did not gain by having more workers. So a stack takes off only as much of it as the run waited
/// too.
final class StartWait {

    private StartWait() {}

    /// By part and state, what is to be left out of the sequential run's division because the run
    /// waited less there, on all of its lanes together.
    ///
    /// @param here of the run
    /// @param there of the sequential run
    static Map<StackPart, Map<String, Long>> beyond(
            Snapshot one,
            Map<StackPart, Map<String, Long>> here,
            Map<StackPart, Map<String, Long>> there) {
        Map<StackPart, Map<String, Long>> beyond = new HashMap<>();
        waits(one)
                .forEach((part, states) -> {
                    long left = sum(there.get(part)) - sum(here.get(part));
                    for (Map.Entry<String, Long> waited : states.entrySet()) {
                        long known =
                                there.getOrDefault(part, Map.of())
                                        .getOrDefault(waited.getKey(), 0L);
                        long taken = Math.min(Math.min(left, known), waited.getValue());
                        if (taken > 0) {
                            beyond.computeIfAbsent(part, _ -> new HashMap<>())
                                    .put(waited.getKey(), taken);
                            left -= taken;
                        }
                    }
                });
        return beyond;
    }

    private static long sum(@Nullable Map<String, Long> states) {
        return states == null ? 0 : states.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<StackPart, Map<String, Long>> waits(Snapshot one) {
        Map<StackPart, Map<String, Long>> waits = new HashMap<>();
        LaneView lane = one.lanes().getFirst();
        for (int span = 0; span < lane.size() && lane.item(span) == Lane.NO_ITEM; span++) {
            var state = one.state(lane.state(span));
            StackPart part = StackPart.of(state);
            if (part == StackPart.START_UP
                    || part == StackPart.STARVATION
                    || part == StackPart.DISPATCH
                    || part == StackPart.TAIL) {
                waits.computeIfAbsent(part, _ -> new HashMap<>())
                        .merge(
                                state.name(),
                                lane.endNanos(span) - lane.startNanos(span),
                                Long::sum);
            }
        }
        return waits;
    }
}

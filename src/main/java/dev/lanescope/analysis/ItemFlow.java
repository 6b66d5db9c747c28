package dev.lanescope.analysis;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The way of an item through a run: submitted, worked at on one lane after the other, done.
///
/// @param item index of the item
/// @param submitNanos when it could first have been taken: the start of its phase
/// @param visits its stays on lanes, by start; never empty
public record ItemFlow(int item, long submitNanos, List<ItemVisit> visits) {

    public ItemFlow {
        visits = List.copyOf(visits);
        if (visits.isEmpty()) {
            throw new IllegalArgumentException("the flow of item " + item + " goes nowhere");
        }
    }

    /// Looks through all spans. Empty if the item was never worked at.
    ///
    /// @param phases of the trace, see [PhaseTime#of]
    public static Optional<ItemFlow> of(Snapshot trace, List<PhaseTime> phases, int item) {
        List<ItemVisit> visits = new ArrayList<>();
        for (LaneView lane : trace.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                if (lane.item(span) == item) {
                    ItemVisit visit = ItemVisit.around(lane, span).orElseThrow();
                    visits.add(visit);
                    span = visit.lastSpan();
                }
            }
        }
        visits.sort(
                Comparator.comparingLong(ItemVisit::startNanos)
                        .thenComparingLong(ItemVisit::endNanos)
                        .thenComparingInt(ItemVisit::lane));
        return visits.isEmpty()
                ? Optional.empty()
                : Optional.of(new ItemFlow(item, submitNanos(phases, item), visits));
    }

    private static long submitNanos(List<PhaseTime> phases, int item) {
        long submit = 0;
        for (PhaseTime phase : phases) {
            if (phase.phase().firstItem() <= item) {
                submit = phase.startNanos();
            }
        }
        return submit;
    }

    /// When work at it first began.
    public long beginNanos() {
        return visits.getFirst().startNanos();
    }

    /// When the last work at it ended.
    public long doneNanos() {
        return visits.stream().mapToLong(ItemVisit::endNanos).max().orElseThrow();
    }

    /// How long it took from its first span on any lane to the end of its last.
    public long nanos() {
        return doneNanos() - beginNanos();
    }

    /// On how many lanes it was.
    public int lanes() {
        return (int) visits.stream().mapToInt(ItemVisit::lane).distinct().count();
    }
}

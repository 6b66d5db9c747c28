package dev.lanescope.ui.compare;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Span;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where keys lead from a chosen span: along its lane, to other lanes, to its page in other runs.
final class PickSteps {

    private PickSteps() {}

    /// Where walking begins if nothing is chosen.
    static Picked first(Compared compared) {
        Entrant first = compared.entrants().getFirst();
        return new Picked(first.number(), first.trace().lanes().getFirst().span(0));
    }

    /// The span before or after on the same lane; at its end, the same one.
    static Optional<Picked> along(Compared compared, Picked from, int by) {
        return compared.entrant(from.run())
                .map(entrant -> entrant.trace().lanes().get(from.span().lane()))
                .map(lane -> {
                    int to = Math.clamp(from.span().index() + by, 0, lane.size() - 1);
                    return new Picked(from.run(), lane.span(to));
                });
    }

    /// What the lane above or below shows at the same place, be it another run's.
    static Optional<Picked> across(Compared compared, Aligned aligned, Picked from, int by) {
        List<Entrant> entrants = compared.entrants();
        Entrant here = compared.entrant(from.run()).orElseThrow();
        Entrant there = here;
        int lane = from.span().lane() + by;
        if (lane < 0 || lane >= here.trace().lanes().size()) {
            int place = entrants.indexOf(here) + by;
            if (place < 0 || place >= entrants.size()) {
                return Optional.empty();
            }
            there = entrants.get(place);
            lane = by > 0 ? 0 : there.trace().lanes().size() - 1;
        }
        double middle = from.span().startNanos() + from.span().nanos() / 2.0;
        double place = aligned.of(here.number()).placeOf(middle);
        long moment = Math.round(aligned.of(there.number()).momentAt(place));
        LaneView to = there.trace().lanes().get(lane);
        long within = Math.clamp(moment, 0, Math.max(0, to.endNanos() - 1));
        return Optional.of(new Picked(there.number(), to.span(to.indexAt(within))));
    }

    /// The longest span of the marked page in the next run that has one, around to the first.
    static Optional<Picked> nextRun(Compared compared, PageMarks marks, Optional<Picked> from) {
        List<Entrant> entrants = compared.entrants();
        int here =
                from.flatMap(picked -> compared.entrant(picked.run()))
                        .map(entrants::indexOf)
                        .orElse(-1);
        for (int by = 1; by <= entrants.size(); by++) {
            int run = entrants.get(Math.floorMod(here + by, entrants.size())).number();
            Optional<Picked> found = longest(marks, run);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// The longest span of the marked page in a run.
    static Optional<Picked> longest(PageMarks marks, int run) {
        return marks.in(run).stream()
                .max(Comparator.comparingLong(Span::nanos))
                .map(span -> new Picked(run, span));
    }
}

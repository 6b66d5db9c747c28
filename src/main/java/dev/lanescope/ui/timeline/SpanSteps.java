package dev.lanescope.ui.timeline;

import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import java.util.Optional;

/// Steps from one span to another.
final class SpanSteps {

    private SpanSteps() {}

    /// A span so many further along the lane; the first or the last one at its ends. From a page to
    /// the page beside it, as long as there is one.
    ///
    /// @param by of pages only the direction counts
    static Chosen along(Snapshot trace, Chosen from, int by) {
        LaneView lane = trace.lanes().get(from.lane());
        if (from.isPage()) {
            return pageBeside(lane, from.span(), by).orElse(from);
        }
        return new Chosen(from.lane(), Math.clamp((long) from.span() + by, 0, lane.size() - 1));
    }

    private static Optional<Chosen> pageBeside(LaneView lane, int from, int by) {
        int step = Integer.signum(by);
        int span =
                ItemVisit.around(lane, from)
                                .map(visit -> step > 0 ? visit.lastSpan() : visit.firstSpan())
                                .orElse(from)
                        + step;
        while (span >= 0 && span < lane.size() && lane.item(span) == Lane.NO_ITEM) {
            span += step;
        }
        return span < 0 || span >= lane.size()
                ? Optional.empty()
                : ItemVisit.around(lane, span)
                        .map(visit -> Chosen.page(visit.lane(), visit.firstSpan()));
    }

    /// What a lane did at a moment.
    static Chosen first(Snapshot trace, int lane, double moment) {
        return new Chosen(lane, trace.lanes().get(lane).indexAt((long) Math.max(0, moment)));
    }

    /// What another lane did in the middle of a span.
    static Chosen onLane(Snapshot trace, Span span, int lane) {
        long middle = (span.startNanos() + span.endNanos()) / 2;
        return new Chosen(lane, trace.lanes().get(lane).indexAt(middle));
    }
}

package dev.lanescope.ui.timeline;

import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.trace.Span;

/// From a span to the page that it belongs to, and back.
public final class PageStep {

    private PageStep() {}

    /// Chooses the whole visit of the chosen span's page; of a page its first span. Of a span
    /// without a page nothing changes.
    public static void toggle(TimelineModel model) {
        model.chosenSpan()
                .ifPresent(span -> {
                    if (model.chosenPage().isPresent()) {
                        model.choose(new Chosen(span.lane(), span.index()));
                    } else {
                        choosePage(model, span);
                    }
                });
    }

    private static void choosePage(TimelineModel model, Span span) {
        model.shownProperty()
                .get()
                .map(trace -> trace.lanes().get(span.lane()))
                .flatMap(lane -> ItemVisit.around(lane, span.index()))
                .ifPresent(visit -> model.choose(Chosen.page(visit.lane(), visit.firstSpan())));
    }
}

package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.chart.LaneTitle;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;

import java.util.Optional;

/// What a screen reader hears of the lanes: the chosen span or page and the lane it is on, the
/// selected range, or what there is to choose from. Told anew with every step.
final class LanesSpeech {

    private static final String NAME = "Lanes of the workers over time";

    private final Node lanes;
    private final TimelineModel model;

    LanesSpeech(Node lanes, TimelineModel model) {
        this.lanes = lanes;
        this.model = model;
        model.selectionProperty().subscribe(_ -> tell());
        model.rangeProperty().subscribe(_ -> tell());
        model.shownProperty()
                .subscribe(shown -> {
                    if (shown.isEmpty() || shown.get().finished()) {
                        tell(); // of a run that goes on it would be told all the time
                    }
                });
    }

    private void tell() {
        String words = model.shownProperty().get().map(this::words).orElse(NAME);
        if (!words.equals(lanes.getAccessibleText())) {
            lanes.setAccessibleText(words);
            lanes.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private String words(Snapshot trace) {
        Optional<Stretch> range = model.rangeProperty().get();
        Optional<ItemVisit> page = model.chosenPage();
        if (range.isPresent()) {
            return words(range.get());
        }
        if (page.isPresent()) {
            return words(trace, page.get());
        }
        if (model.chosenSlice().isPresent()) {
            return words(trace, model.chosenSlice().get());
        }
        return model.chosenSpan()
                .map(span -> words(trace, span))
                .orElseGet(() ->
                        NAME
                                + ", "
                                + Amounts.count(trace.lanes().size(), "lane")
                                + ". Comma and full stop go from span to span, the arrows from lane"
                                + " to lane.");
    }

    private static String words(Stretch range) {
        return "Selected "
                + Durations.text(range.startNanos())
                + " to "
                + Durations.text(range.endNanos())
                + ", "
                + Durations.text(range.nanos())
                + ", on "
                + Amounts.count(range.lanes().size(), "lane");
    }

    private static String words(Snapshot trace, Span span) {
        LaneView lane = trace.lanes().get(span.lane());
        return trace.stateOf(span).name()
                + ", "
                + Durations.text(span.nanos())
                + trace.itemOf(span).map(item -> ", " + item).orElse("")
                + ", from "
                + Durations.text(span.startNanos())
                + ", span "
                + Amounts.number(span.index() + 1L)
                + " of "
                + Amounts.number(lane.size())
                + " on "
                + lane(trace, lane);
    }

    private static String words(Snapshot trace, ItemVisit page) {
        return trace.info().items().get(page.item())
                + ", "
                + Durations.text(page.nanos())
                + ", "
                + Amounts.count(page.lastSpan() - page.firstSpan() + 1L, "span")
                + ", from "
                + Durations.text(page.startNanos())
                + ", on "
                + lane(trace, trace.lanes().get(page.lane()));
    }

    private static String words(Snapshot trace, NestedSlice slice) {
        return trace.info().items().get(slice.item())
                + ", "
                + Durations.text(slice.nanos())
                + ", in "
                + Amounts.count(slice.depth(), "slice")
                + ", from "
                + Durations.text(slice.startNanos())
                + ", on "
                + lane(trace, trace.lanes().get(slice.lane()));
    }

    private static String lane(Snapshot trace, LaneView lane) {
        return LaneTitle.of(trace.info(), lane)
                + ", lane "
                + (lane.number() + 1)
                + " of "
                + trace.lanes().size();
    }
}

package dev.lanescope.ui.timeline.frame;

import dev.lanescope.analysis.Durations;
import dev.lanescope.chart.Hit;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.ui.kit.PlotCard;
import dev.lanescope.ui.kit.StateStyle;

import javafx.scene.Node;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The card beside the pointer on the timeline: what lies there and how long it took.
public final class HoverCard {

    /// So many slices around a span are named.
    private static final int MOST_AROUND = 6;

    private final Frame frame;
    private final PlotCard card = new PlotCard();

    public HoverCard(Frame frame) {
        this.frame = frame;
    }

    /// To be put above everything else in the picture.
    public Node node() {
        return card;
    }

    /// Shows words, beside a place of the picture.
    public void show(String words, double x, double y) {
        card.show(words, x, y);
    }

    /// Shows words above the picture, which is too low for a card.
    public void showAbove(String words, double x) {
        card.showAbove(words, x);
    }

    /// Shows what was hit, beside a place of the picture.
    ///
    /// @param more a line below it, if there is more to say
    public void show(Hit hit, Optional<String> more, double x, double y) {
        frame.trace()
                .ifPresent(trace -> {
                    String words = words(trace, hit) + more.map(line -> "\n" + line).orElse("");
                    card.show(words, sign(trace, hit), x, y);
                });
    }

    public void hide() {
        card.hide();
    }

    private Optional<Node> sign(Snapshot trace, Hit hit) {
        return switch (hit) {
            case Hit.OnSpan(Span span) ->
                    Optional.of(StateStyle.swatch(frame.palette(), trace.stateOf(span)));
            case Hit.OnNested _, Hit.OnBand _ -> Optional.empty();
        };
    }

    private static String words(Snapshot trace, Hit hit) {
        return switch (hit) {
            case Hit.OnSpan(Span span) -> {
                String name = trace.stateOf(span).name();
                yield name
                        + "  "
                        + Durations.text(span.nanos())
                        + trace.itemOf(span)
                                .filter(item -> !item.equals(name))
                                .map(item -> "  " + item)
                                .orElse("")
                        + around(trace, span);
            }
            case Hit.OnNested(var slice, _) ->
                    trace.info().items().get(slice.item()) + "  " + Durations.text(slice.nanos());
            case Hit.OnBand(var visit) ->
                    trace.info().items().get(visit.item()) + "  " + Durations.text(visit.nanos());
        };
    }

    /// What a span lies in, on a line of its own, the outermost first.
    private static String around(Snapshot trace, Span span) {
        List<NestedSlice> around = trace.nesting().around(span.lane(), span.startNanos());
        if (around.isEmpty()) {
            return "";
        }
        String way =
                around.stream()
                        .limit(MOST_AROUND)
                        .map(slice -> trace.info().items().get(slice.item()))
                        .collect(Collectors.joining(" \u203a "));
        int more = around.size() - MOST_AROUND;
        return "\nin " + way + (more > 0 ? " and " + more + " more" : "");
    }
}

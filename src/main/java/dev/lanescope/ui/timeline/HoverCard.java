package dev.lanescope.ui.timeline;

import dev.lanescope.chart.Durations;
import dev.lanescope.chart.Hit;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;
import dev.lanescope.ui.kit.StateStyle;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// The small card beside the pointer: what lies there and how long it took.
final class HoverCard {

    private static final double AWAY = 14;

    private final Node owner;
    private final Frame frame;
    private final Label words = new Label();
    private final Tooltip card = new Tooltip();

    HoverCard(Node owner, Frame frame) {
        this.owner = owner;
        this.frame = frame;
        card.setGraphic(words);
    }

    void show(Hit hit, MouseEvent at) {
        frame.trace().ifPresent(trace -> fill(trace, hit));
        card.show(owner, at.getScreenX() + AWAY, at.getScreenY() + AWAY);
    }

    private void fill(Snapshot trace, Hit hit) {
        switch (hit) {
            case Hit.OnSpan(Span span) -> {
                State state = trace.stateOf(span);
                words.setGraphic(StateStyle.swatch(frame.palette(), state));
                String page = trace.itemOf(span).map(item -> "\n" + item).orElse("");
                words.setText(state.name() + "  " + Durations.text(span.nanos()) + page);
            }
            case Hit.OnBand(var visit) -> {
                words.setGraphic(null);
                words.setText(
                        trace.info().items().get(visit.item())
                                + "  "
                                + Durations.text(visit.nanos()));
            }
        }
    }

    void hide() {
        card.hide();
    }
}

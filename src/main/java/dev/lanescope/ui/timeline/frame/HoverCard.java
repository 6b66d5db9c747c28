package dev.lanescope.ui.timeline.frame;

import dev.lanescope.analysis.Durations;
import dev.lanescope.chart.Hit;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;
import dev.lanescope.ui.kit.StateStyle;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The small card beside the pointer: what lies there and how long it took. It is a node of the
/// lanes and not a window, so it follows the pointer without cost.
public final class HoverCard extends Label {

    private static final double AWAY = 14;

    /// So many slices around a span are named.
    private static final int MOST_AROUND = 6;

    private final Frame frame;

    public HoverCard(Frame frame) {
        this.frame = frame;
        getStyleClass().addAll("plot-card", "text-small");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /// Shows words, beside a place of the parent and never beyond its edges.
    public void show(String words, double x, double y) {
        setGraphic(null);
        setText(words);
        place(x, y);
    }

    /// Shows what was hit, beside a place of the parent and never beyond its edges.
    ///
    /// @param more a line below it, if there is more to say
    public void show(Hit hit, Optional<String> more, double x, double y) {
        frame.trace().ifPresent(trace -> fill(trace, hit));
        more.ifPresent(line -> setText(getText() + "\n" + line));
        place(x, y);
    }

    /// Shows words above the parent, which is too low for a card.
    public void showAbove(String words, double x) {
        setGraphic(null);
        setText(words);
        autosize();
        double right = getParent() instanceof Region region ? region.getWidth() : x;
        relocate(Math.clamp(x + AWAY, 0, Math.max(0, right - getWidth())), -getHeight() - 4);
        setVisible(true);
    }

    private void place(double x, double y) {
        autosize();
        double right = getParent() instanceof Region region ? region.getWidth() : x;
        double bottom = getParent() instanceof Region region ? region.getHeight() : y;
        boolean fitsRight = x + AWAY + getWidth() <= right;
        boolean fitsBelow = y + AWAY + getHeight() <= bottom;
        relocate(
                fitsRight ? x + AWAY : Math.max(0, x - AWAY - getWidth()),
                fitsBelow ? y + AWAY : Math.max(0, y - AWAY - getHeight()));
        setVisible(true);
    }

    private void fill(Snapshot trace, Hit hit) {
        switch (hit) {
            case Hit.OnSpan(Span span) -> {
                State state = trace.stateOf(span);
                setGraphic(StateStyle.swatch(frame.palette(), state));
                String page = trace.itemOf(span).map(item -> "  " + item).orElse("");
                setText(state.name() + "  " + Durations.text(span.nanos()) + page);
                if (!trace.nesting().isEmpty()) {
                    addWay(trace, span);
                }
            }
            case Hit.OnNested(var slice, _) -> {
                setGraphic(null);
                setText(
                        trace.info().items().get(slice.item())
                                + "  "
                                + Durations.text(slice.nanos()));
            }
            case Hit.OnBand(var visit) -> {
                setGraphic(null);
                setText(
                        trace.info().items().get(visit.item())
                                + "  "
                                + Durations.text(visit.nanos()));
            }
        }
    }

    /// What a span lies in, the outermost first.
    private void addWay(Snapshot trace, Span span) {
        List<NestedSlice> around = trace.nesting().around(span.lane(), span.startNanos());
        if (!around.isEmpty()) {
            String way =
                    around.stream()
                            .limit(MOST_AROUND)
                            .map(slice -> trace.info().items().get(slice.item()))
                            .collect(Collectors.joining(" \u203a "));
            int more = around.size() - MOST_AROUND;
            setText(getText() + "\nin " + way + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    public void hide() {
        setVisible(false);
    }
}

package dev.lanescope.ui.timeline.frame;

import dev.lanescope.analysis.Durations;
import dev.lanescope.chart.Hit;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;
import dev.lanescope.ui.kit.PlotCard;
import dev.lanescope.ui.kit.StateStyle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The card beside the pointer on the timeline: what lies there and how long it took.
public final class HoverCard extends PlotCard {

    /// So many slices around a span are named.
    private static final int MOST_AROUND = 6;

    private final Frame frame;

    public HoverCard(Frame frame) {
        this.frame = frame;
    }

    /// Shows what was hit, beside a place of the parent and never beyond its edges.
    ///
    /// @param more a line below it, if there is more to say
    public void show(Hit hit, Optional<String> more, double x, double y) {
        frame.trace().ifPresent(trace -> fill(trace, hit));
        more.ifPresent(line -> setText(getText() + "\n" + line));
        place(x, y);
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
}

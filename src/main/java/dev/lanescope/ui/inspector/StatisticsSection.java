package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.DurationHistogram;
import dev.lanescope.analysis.SpanStatistics;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.timeline.Brushed;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// How long spans of one state take, as figures and as a histogram that is linked with the lanes
/// both ways: its bars light up their spans, and the span under the pointer marks its bar.
final class StatisticsSection extends VBox {

    private static final long NOTHING = -1;

    private final TimelineModel timeline;
    private final Label title = new Label();
    private final GridPane figures = new GridPane(12, 6);
    private final Label pointed = new Label();
    private final HistogramChart histogram;
    private @Nullable Snapshot trace;
    private @Nullable SpanStatistics shown;
    private long chosenNanos = NOTHING;

    StatisticsSection(Appearance appearance, TimelineModel timeline) {
        this.timeline = timeline;
        this.histogram = new HistogramChart(appearance, this::brush);
        getStyleClass().add("section");
        setId("statistics");
        title.getStyleClass().add("text-small-strong");
        pointed.getStyleClass().addAll("text-small", "text-muted");
        pointed.setId("brushed");
        getChildren().addAll(title, figures, histogram, pointed);
        timeline.hoveredProperty().subscribe(this::mark);
        timeline.brushProperty()
                .subscribe(brush -> {
                    if (brush.isEmpty()) {
                        histogram.letGo();
                        pointed.setText("Point at a bar to light up its spans.");
                    }
                });
    }

    /// @param totalNanos how much time they take of what the figures are about; a span at its
    ///   border counts as far as it lies inside
    /// @param where e.g. `in this run`
    /// @param nanos how long the chosen span took; negative if there is none
    void show(Snapshot newTrace, SpanStatistics spans, long totalNanos, String where, long nanos) {
        State state = newTrace.state(spans.state());
        trace = newTrace;
        shown = spans;
        chosenNanos = nanos;
        title.setText(state.name() + " " + where);
        figures.getChildren().clear();
        figure(0, 0, "n", "%,d".formatted(spans.count()));
        figure(1, 0, "total", Inspector.time(totalNanos));
        figure(2, 0, "mean", Inspector.time(Math.round(spans.meanNanos())));
        figure(3, 0, "max", Inspector.time(spans.maxNanos()));
        figure(0, 1, "min", Inspector.time(spans.minNanos()));
        figure(1, 1, "P50", Inspector.time(spans.p50Nanos()));
        figure(2, 1, "P90", Inspector.time(spans.p90Nanos()));
        figure(3, 1, "P99", Inspector.time(spans.p99Nanos()));
        histogram.show(spans, state);
        keepBrush(spans);
        mark(timeline.hoveredProperty().get());
    }

    /// What is lit up stays so while the figures of its state change; it is let go of when they are
    /// those of another.
    private void keepBrush(SpanStatistics spans) {
        Optional<Brushed> brush = timeline.brushProperty().get();
        if (brush.filter(lit -> lit.state() == spans.state()).isPresent()) {
            histogram.lightUp(brush.get().fromNanos(), brush.get().toNanos());
        } else if (brush.isPresent()) {
            timeline.brushProperty().set(Optional.empty());
        }
    }

    /// Lets go of the trace.
    void forget() {
        trace = null;
        shown = null;
        histogram.forget();
    }

    private void figure(int column, int row, String name, String value) {
        var key = new Label(name);
        key.getStyleClass().addAll("key", "text-small");
        var number = new Label(value);
        number.getStyleClass().add("num-small");
        number.setMinWidth(USE_PREF_SIZE);
        var box = new VBox(key, number);
        box.getStyleClass().add("stat");
        figures.add(box, column, row);
    }

    /// Marks the bar of the span under the pointer if it is of this state, or of the chosen one.
    private void mark(Optional<Chosen> hovered) {
        Snapshot now = trace;
        SpanStatistics spans = shown;
        if (now == null || spans == null) {
            return;
        }
        long nanos = chosenNanos;
        if (hovered.isPresent() && hovered.get().lane() < now.lanes().size()) {
            LaneView lane = now.lanes().get(hovered.get().lane());
            int span = hovered.get().span();
            if (span < lane.size() && lane.state(span) == spans.state()) {
                nanos = lane.endNanos(span) - lane.startNanos(span);
            }
        }
        histogram.mark(nanos);
    }

    private void brush(HistogramChart.@Nullable Bars bars) {
        SpanStatistics spans = shown;
        if (bars == null || spans == null) {
            timeline.brushProperty().set(Optional.empty());
            return;
        }
        DurationHistogram bins = spans.histogram();
        pointed.setText(HistogramChart.words(bins, bars) + " lit up");
        timeline.brushProperty()
                .set(
                        Optional.of(
                                new Brushed(
                                        spans.state(),
                                        bins.fromNanos(bars.first()),
                                        bins.toNanos(bars.last()))));
    }
}

package dev.lanescope.ui.timeline;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.chart.Rows;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.trace.Snapshot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What figures are asked of: the selected part of the trace, or without a selection what is in
/// view, on all lanes that nobody has hidden or filtered away.
///
/// @param trace that is shown
/// @param stretch the part of it
/// @param axis the time over the whole width of a picture of it: of what is in view, that of the
///   lanes
/// @param order the lanes of the stretch as they stand in the timeline, from top to bottom
/// @param isSelected whether somebody selected it
public record Scope(
        Snapshot trace, Stretch stretch, TimeWindow axis, List<Integer> order, boolean isSelected) {

    /// Of the timeline as it is now; empty if it shows nothing.
    public static Optional<Scope> of(TimelineModel model) {
        return model.shownProperty()
                .get()
                .map(trace ->
                        model.rangeProperty()
                                .get()
                                .map(range ->
                                        new Scope(
                                                trace,
                                                range,
                                                axis(range),
                                                order(range.lanes(), model.arrangement().rows()),
                                                true))
                                .orElseGet(() -> inView(trace, model)));
    }

    private static Scope inView(Snapshot trace, TimelineModel model) {
        TimeWindow window = model.windowProperty().get();
        Rows rows = model.arrangement().rows();
        List<Integer> lanes = rows.shownLanes().boxed().toList();
        long from = Math.clamp((long) Math.floor(window.startNanos()), 0, trace.endNanos());
        long to = Math.clamp((long) Math.ceil(window.endNanos()), from, trace.endNanos());
        return new Scope(trace, new Stretch(from, to, lanes), window, order(lanes, rows), false);
    }

    /// Lanes that are not shown come last.
    private static List<Integer> order(List<Integer> lanes, Rows rows) {
        return lanes.stream()
                .sorted(Comparator.comparingInt(lane -> place(rows.rowOf(lane))))
                .toList();
    }

    private static int place(int row) {
        return row == Rows.NONE ? Integer.MAX_VALUE : row;
    }

    private static TimeWindow axis(Stretch range) {
        double end = Math.max((double) range.endNanos(), range.startNanos() + 1.0);
        return new TimeWindow((double) range.startNanos(), end);
    }

    /// E.g. `in view: 8 lanes × 302.1 ms`.
    public String words() {
        return (isSelected ? "selected: " : "in view: ")
                + Amounts.count(stretch.lanes().size(), "lane")
                + " × "
                + Durations.text(stretch.nanos());
    }
}

package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.SpansHere;
import dev.lanescope.chart.Hit;
import dev.lanescope.chart.HitTest;
import dev.lanescope.chart.LaneGroup;
import dev.lanescope.chart.Rows;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.Optional;
import java.util.stream.IntStream;

/// What the card beside the pointer says of a place that shows more than one thing: how many they
/// are, and what the lanes did meanwhile.
final class HoverWords {

    /// More lanes are not asked while the pointer moves.
    private static final int MOST_LANES = 2_000;

    private HoverWords() {}

    /// A second line below what was hit; none where it is all there is.
    ///
    /// @param x pixels right of the view's left edge
    static Optional<String> beside(Snapshot trace, Viewport view, Hit hit, double x) {
        LaneView lane = trace.lanes().get(hit.lane());
        SpansHere here = HitTest.spansAt(trace, view, IntStream.of(hit.lane()), x);
        return switch (hit) {
            case Hit.OnSpan _ -> many(here.spans(), here.words(trace));
            case Hit.OnBand _ -> {
                int visits = HitTest.visitsAt(view, lane, x);
                String pages = trace.info().isForeign() ? "slice" : "page";
                yield many(visits, Amounts.count(visits, pages) + ", " + here.words(trace));
            }
            case Hit.OnNested(var slice, _) -> {
                int slices = HitTest.nestedAt(trace, view, hit.lane(), slice.depth(), x);
                yield many(slices, Amounts.count(slices, "slice") + ", " + here.words(trace));
            }
        };
    }

    private static Optional<String> many(int count, String words) {
        return count > 1 ? Optional.of(words) : Optional.empty();
    }

    /// All that is said of the row of a collapsed group; nothing at a place without one, or beside
    /// the run.
    static Optional<String> ofGroup(Snapshot trace, Viewport view, double x, double y) {
        int row = view.rowAt(y);
        double moment = view.nanosAt(x);
        boolean inRun = moment >= 0 && moment < trace.endNanos();
        return Optional.of(row)
                .filter(there -> there != Rows.NONE && inRun)
                .flatMap(view.rows()::heading)
                .filter(LaneGroup::isCollapsed)
                .map(group ->
                        group.name()
                                + "  "
                                + Amounts.count(group.size(), "lane")
                                + (group.size() <= MOST_LANES
                                        ? "\n"
                                                + HitTest.spansAt(trace, view, group.lanes(), x)
                                                        .words(trace)
                                        : ""));
    }
}

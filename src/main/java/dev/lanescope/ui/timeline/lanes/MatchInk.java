package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.analysis.Matches;
import dev.lanescope.analysis.Matches.Match;
import dev.lanescope.chart.Box;
import dev.lanescope.chart.HitTest;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.timeline.frame.Frame;

import javafx.scene.canvas.GraphicsContext;

import java.util.BitSet;

/// Marks what was found: outlines on the lanes, ticks on the overview.
public final class MatchInk {

    /// More outlines than this on one screen say no more than this many.
    private static final int MOST = 500;

    private final Frame frame;

    public MatchInk(Frame frame) {
        this.frame = frame;
    }

    /// Outlines the places in sight.
    ///
    /// @param fixed whether on the lanes that are fixed, or on those that scroll
    void paint(GraphicsContext pen, Snapshot trace, Viewport view, boolean fixed) {
        Matches matches = frame.model().finder().matchesProperty().get();
        if (matches.size() == 0) {
            return;
        }
        pen.setStroke(Argb.fx(frame.palette().ground().warn()));
        pen.setLineWidth(1.5);
        int painted = 0;
        for (Match match : matches.all()) {
            boolean laneInSight =
                    view.isInSight(match.lane()) && view.isFixed(match.lane()) == fixed;
            if (laneInSight
                    && (double) match.startNanos() < view.window().endNanos()
                    && painted < MOST) {
                Box box = box(trace, view, match);
                if (box.x() + box.width() >= 0) {
                    pen.strokeRoundRect(
                            Frame.HEAD + box.x(),
                            LanesInk.AXIS + box.y(),
                            Math.max(2, box.width()),
                            box.height(),
                            3,
                            3);
                    painted++;
                }
            }
        }
        pen.setLineWidth(1);
    }

    /// A page that was found is outlined where its name stands, a stage where it is.
    private static Box box(Snapshot trace, Viewport view, Match match) {
        LaneView lane = trace.lanes().get(match.lane());
        boolean arrives =
                match.span() == 0 || lane.item(match.span()) != lane.item(match.span() - 1);
        if (arrives && view.layout().bandHeight() > 0) {
            var visit = ItemVisit.around(lane, match.span());
            if (visit.isPresent()) {
                return HitTest.box(view, visit.get());
            }
        }
        return HitTest.box(view, lane.span(match.span()));
    }

    /// One tick a pixel, however many places it stands for.
    public void paintTicks(GraphicsContext pen, TimeWindow all, double width, double top) {
        Matches matches = frame.model().finder().matchesProperty().get();
        if (matches.size() == 0) {
            return;
        }
        BitSet pixels = new BitSet();
        matches.all()
                .forEach(match -> {
                    double x = all.xOf((double) match.startNanos(), width);
                    if (x >= 0 && x < width) {
                        pixels.set((int) x);
                    }
                });
        pen.setFill(Argb.fx(frame.palette().ground().warn()));
        pixels.stream().forEach(x -> pen.fillRect(Frame.HEAD + x, top, 1.5, 6));
    }
}

package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.analysis.Matches;
import dev.lanescope.analysis.TimeSlots;
import dev.lanescope.chart.MatchMarks;
import dev.lanescope.chart.Picture;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.chart.Viewport;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.timeline.frame.Frame;

import javafx.scene.canvas.GraphicsContext;

import org.jspecify.annotations.Nullable;

/// Marks what was found: outlines in the picture of the lanes, ticks on the overview.
public final class MatchInk {

    private final Frame frame;
    private @Nullable MatchMarks marks;
    private int colour;

    public MatchInk(Frame frame) {
        this.frame = frame;
    }

    private Matches matches() {
        return frame.model().finder().matchesProperty().get();
    }

    /// Outlines all places in sight.
    void paint(Viewport view, Picture picture) {
        if (matches().size() > 0) {
            int now = frame.palette().ground().warn();
            if (marks == null || now != colour) {
                marks = new MatchMarks(now);
                colour = now;
            }
            marks.paint(matches(), view, picture);
        }
    }

    /// One tick a pixel, however many places it stands for; ticks side by side are one bar.
    public void paintTicks(GraphicsContext pen, TimeWindow all, double width, double top) {
        if (matches().size() == 0) {
            return;
        }
        pen.setFill(Argb.fx(frame.palette().ground().warn()));
        TimeSlots starts = matches().starts();
        int from = -1;
        int to = -1;
        for (int x = nextTick(starts, all, width, 0); x < width; ) {
            if (x > to) {
                bar(pen, from, to, top);
                from = x;
            }
            to = x + 1;
            x = nextTick(starts, all, width, x + 1);
        }
        bar(pen, from, to, top);
    }

    private static int nextTick(TimeSlots starts, TimeWindow all, double width, int from) {
        long next = starts.next((long) Math.max(0, all.nanosAt(from, width)));
        double x = next == Long.MAX_VALUE ? width : Math.min(width, all.xOf((double) next, width));
        return Math.max(from, (int) Math.floor(x));
    }

    private static void bar(GraphicsContext pen, int from, int to, double top) {
        if (to > from) {
            pen.fillRect(Frame.HEAD + from, top, to - from + 0.5, 6);
        }
    }
}

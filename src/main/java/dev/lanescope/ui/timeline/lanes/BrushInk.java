package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.chart.TimeWindow;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.timeline.Brushed;
import dev.lanescope.ui.timeline.frame.Frame;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lights up the spans that a histogram points at: a veil lies over all others, and a line below
/// those that are meant. Only spans in sight are looked at, and only anew when trace, window or
/// brush are others than before.
final class BrushInk {

    private static final double VEIL = 0.72;

    private final Map<Integer, BitSet> litColumns = new HashMap<>();
    private @Nullable Snapshot litOf;
    private @Nullable TimeWindow litIn;
    private @Nullable Brushed litBy;
    private int litWidth;

    @SuppressWarnings("ReferenceEquality") // the very trace; anything else would take longer
    void paint(
            GraphicsContext pen,
            Snapshot trace,
            Viewport view,
            Brushed brush,
            Palette palette,
            boolean fixed) {
        if (litOf != trace
                || !view.window().equals(litIn)
                || !brush.equals(litBy)
                || litWidth != view.width()) {
            litColumns.clear();
            litOf = trace;
            litIn = view.window();
            litBy = brush;
            litWidth = view.width();
        }
        Color veil = Argb.fx(Argb.withAlpha(palette.ground().inset(), VEIL));
        Color line = Argb.fx(palette.ground().hl());
        List<Integer> lanes =
                view.rowsInSight()
                        .map(view.rows()::lane)
                        .filter(lane -> lane >= 0 && view.isFixed(lane) == fixed)
                        .boxed()
                        .toList();
        for (int lane : lanes) {
            BitSet lit =
                    litColumns.computeIfAbsent(lane, number -> lit(trace, view, number, brush));
            double top = LanesInk.AXIS + view.spanY(lane);
            double height = view.layout().spanHeight();
            int at = 0;
            while (at < view.width()) {
                int on = lit.nextSetBit(at);
                int end = on < 0 ? view.width() : on;
                pen.setFill(veil);
                pen.fillRect(Frame.HEAD + at, top, end - at, height);
                if (on < 0) {
                    break;
                }
                at = Math.min(lit.nextClearBit(on), view.width());
                pen.setFill(line);
                pen.fillRect(Frame.HEAD + on, top + height, at - on, 2);
            }
        }
    }

    /// Lets go of the trace.
    void forget() {
        litColumns.clear();
        litOf = null;
    }

    /// The columns of a lane in which one of the spans lies, at least in part.
    private static BitSet lit(Snapshot trace, Viewport view, int number, Brushed brush) {
        var lit = new BitSet(view.width());
        LaneView lane = trace.lanes().get(number);
        int span = lane.indexAt((long) Math.max(0, view.window().startNanos()));
        double perNano = view.width() / view.window().nanos();
        for (; span < lane.size() && lane.startNanos(span) < view.window().endNanos(); span++) {
            if (brush.matches(lane, span)) {
                double from = (lane.startNanos(span) - view.window().startNanos()) * perNano;
                double to = (lane.endNanos(span) - view.window().startNanos()) * perNano;
                int first = Math.clamp((int) from, 0, view.width());
                lit.set(first, Math.clamp((int) Math.ceil(to), first, view.width()));
            }
        }
        return lit;
    }
}

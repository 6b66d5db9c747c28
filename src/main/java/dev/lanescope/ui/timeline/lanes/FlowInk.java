package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.analysis.Cause;
import dev.lanescope.analysis.ItemFlow;
import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.analysis.SpanStory;
import dev.lanescope.analysis.ToldArrow;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.timeline.frame.Frame;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import java.util.List;
import java.util.stream.Stream;

/// Arrows of cause and effect, for the chosen span alone: from the span that let it go on, and the
/// way of its page from submit over all lanes to done. In a trace of another tool it is the arrows
/// that this tool has drawn. What is only likely is dashed.
final class FlowInk {

    /// Of a page that is handed over more often, so many arrows nearest to the chosen span.
    private static final int MOST_HOPS = 24;

    private static final double HEAD = 5;

    void paint(
            GraphicsContext pen, Snapshot trace, Viewport view, SpanStory story, Palette palette) {
        Color ink = Argb.fx(palette.ground().hl());
        pen.setLineWidth(1.5);
        Color way = Argb.fx(palette.ground().accent());
        story.flow().ifPresent(flow -> paintFlow(pen, view, flow, story.span(), way));
        paintTold(pen, view, story, way);
        story.before()
                .filter(why -> why.reason() != Cause.Reason.ARROW)
                .ifPresent(why -> paintCause(pen, trace, view, why, ink));
        pen.setLineWidth(1);
        pen.setLineDashes();
    }

    private static double x(Viewport view, long nanos) {
        return Frame.HEAD + view.xOf(nanos);
    }

    private static double middle(Viewport view, int lane) {
        return LanesInk.AXIS + view.spanY(lane) + view.layout().spanHeight() / 2.0;
    }

    private static void paintFlow(
            GraphicsContext pen, Viewport view, ItemFlow way, Span chosen, Color colour) {
        pen.setStroke(colour);
        pen.setFill(colour);
        List<ItemVisit> visits = way.visits();
        ItemVisit first = visits.getFirst();
        double y = LanesInk.AXIS + view.spanY(first.lane()) - 3;
        double submit = x(view, way.submitNanos());
        pen.setLineDashes(2, 3);
        pen.strokeLine(submit, y, x(view, first.startNanos()), y);
        pen.setLineDashes();
        pen.strokeOval(submit - 3, y - 3, 6, 6);
        int place = 0;
        while (place + 1 < visits.size()
                && visits.get(place + 1).startNanos() <= chosen.startNanos()) {
            place++;
        }
        int from = Math.max(1, place - MOST_HOPS / 2);
        int to = Math.min(visits.size(), from + MOST_HOPS);
        for (int at = from; at < to; at++) {
            ItemVisit before = visits.get(at - 1);
            ItemVisit next = visits.get(at);
            if (before.lane() != next.lane()) {
                arrow(pen, view, before.endNanos(), before.lane(), next.startNanos(), next.lane());
            }
        }
        ItemVisit last = visits.getLast();
        double done = x(view, way.doneNanos());
        double doneY = LanesInk.AXIS + view.spanY(last.lane()) - 3;
        pen.fillOval(done - 3, doneY - 3, 6, 6);
    }

    private static void paintTold(
            GraphicsContext pen, Viewport view, SpanStory story, Color colour) {
        pen.setStroke(colour);
        pen.setFill(colour);
        Stream.concat(
                        story.arrivals().stream().limit(MOST_HOPS),
                        story.departures().stream().limit(MOST_HOPS))
                .map(ToldArrow::flow)
                .forEach(flow ->
                        arrow(
                                pen,
                                view,
                                flow.fromNanos(),
                                flow.fromLane(),
                                flow.toNanos(),
                                flow.toLane()));
    }

    private static void paintCause(
            GraphicsContext pen, Snapshot trace, Viewport view, Cause why, Color ink) {
        pen.setStroke(ink);
        pen.setFill(ink);
        if (!why.reason().isCertain()) {
            pen.setLineDashes(4, 3);
        }
        Span from = why.from();
        Span to = why.to();
        long effect = trace.stateOf(to).kind().isWork() ? to.startNanos() : to.endNanos();
        arrow(pen, view, from.endNanos(), from.lane(), effect, to.lane());
    }

    /// A curve that leaves downwards or upwards and arrives from there, with a dot where it begins.
    private static void arrow(
            GraphicsContext pen, Viewport view, long from, int fromLane, long to, int toLane) {
        double x1 = x(view, from);
        double y1 = middle(view, fromLane);
        double x2 = x(view, to);
        double y2 = middle(view, toLane);
        double bend = Math.clamp(Math.abs(x2 - x1) / 2, 12, 40);
        pen.beginPath();
        pen.moveTo(x1, y1);
        pen.bezierCurveTo(x1 + bend, y1, x2 - bend, y2, x2, y2);
        pen.stroke();
        pen.setLineDashes();
        pen.fillOval(x1 - 2.5, y1 - 2.5, 5, 5);
        pen.fillPolygon(
                new double[] {x2, x2 - HEAD, x2 - HEAD},
                new double[] {y2, y2 - HEAD * 0.6, y2 + HEAD * 0.6},
                3);
    }
}

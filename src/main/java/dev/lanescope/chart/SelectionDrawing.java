package dev.lanescope.chart;

import dev.lanescope.analysis.SpanStory;
import dev.lanescope.trace.Snapshot;

import java.util.Optional;
import java.util.function.ToIntFunction;

/// What is chosen on the lanes, on top of a [LanesDrawing]: its outline, and the arrows of what led
/// to it and what became of it.
///
/// @param chosen what is outlined
/// @param outline the colour of that
/// @param story whose arrows are drawn
/// @param colours of the arrows
public record SelectionDrawing(
        Optional<Outline> chosen,
        int outline,
        Optional<SpanStory> story,
        ToIntFunction<FlowMarks.Tone> colours)
        implements OnLanes {

    /// What is outlined.
    ///
    /// @param box in pixels of the view
    /// @param isFixed whether it lies on the fixed rows; otherwise these cover it
    public record Outline(Box box, boolean isFixed) {

        /// Around a span or slice, wide enough to be seen.
        public static Outline around(Box it, boolean isFixed) {
            var box = new Box(it.x(), it.y() - 1, Math.max(3, it.width()), it.height() + 2);
            return new Outline(box, isFixed);
        }
    }

    /// Draws it where the lanes are. What lies on the rows that scroll does not show on those that
    /// are fixed above them.
    @Override
    public void draw(InkSheet sheet, Snapshot trace, Viewport view, Box lanes) {
        double edge = Math.min(view.fixedHeight(), lanes.height());
        draw(sheet, trace, view, lanes, edge, lanes.height(), false);
        if (edge > 0) {
            draw(sheet, trace, view, lanes, 0, edge, true);
        }
    }

    private void draw(
            InkSheet sheet,
            Snapshot trace,
            Viewport view,
            Box lanes,
            double from,
            double to,
            boolean fixed) {
        var part = new Box(lanes.x(), lanes.y() + from, lanes.width(), to - from);
        sheet.within(
                part,
                () -> sheet.moved(lanes.x(), lanes.y(), () -> draw(sheet, trace, view, fixed)));
    }

    private void draw(InkSheet sheet, Snapshot trace, Viewport view, boolean fixed) {
        story.ifPresent(
                it -> FlowMarks.of(trace, view, it, fixed).forEach(mark -> draw(sheet, mark)));
        chosen.filter(it -> it.isFixed() == fixed)
                .ifPresent(it -> sheet.outline(it.box(), outline));
    }

    private void draw(InkSheet sheet, FlowMarks.Mark mark) {
        int colour = colours.applyAsInt(mark.tone());
        switch (mark) {
            case FlowMarks.Arrow arrow -> sheet.arrow(arrow, colour);
            case FlowMarks.Wait(double x, double y, double toX, _) ->
                    sheet.dashed(x, y, toX, y, colour);
            case FlowMarks.Dot(double x, double y, boolean isFilled, _) ->
                    sheet.dot(x, y, isFilled, colour);
        }
    }
}

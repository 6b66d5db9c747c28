package dev.lanescope.chart;

import dev.lanescope.analysis.SpanStory;
import dev.lanescope.trace.Snapshot;

import java.util.Optional;
import java.util.function.ToIntFunction;

/// What is chosen on the lanes, on top of a [LanesDrawing]: its outline, and the arrows of what led
/// to it and what became of it.
///
/// @param chosen what is outlined, in pixels of the view
/// @param outline the colour of that
/// @param story whose arrows are drawn
/// @param colours of the arrows
public record SelectionDrawing(
        Optional<Box> chosen,
        int outline,
        Optional<SpanStory> story,
        ToIntFunction<FlowMarks.Tone> colours) {

    /// Draws it where the lanes are.
    ///
    /// @param lanes where the view lies on the sheet
    void draw(InkSheet sheet, Snapshot trace, Viewport view, Box lanes) {
        sheet.within(
                lanes,
                () ->
                        sheet.moved(
                                lanes.x(),
                                lanes.y(),
                                () -> {
                                    story.ifPresent(it ->
                                            FlowMarks.of(trace, view, it)
                                                    .forEach(mark -> draw(sheet, mark)));
                                    chosen.ifPresent(box -> sheet.outline(box, outline));
                                }));
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

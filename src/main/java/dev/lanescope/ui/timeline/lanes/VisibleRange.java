package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.chart.LanesDrawing;
import dev.lanescope.chart.OnLanes;
import dev.lanescope.chart.RangeDrawing;
import dev.lanescope.chart.SelectionDrawing;
import dev.lanescope.chart.Sheet;
import dev.lanescope.chart.SvgSheet;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.trace.WholeFile;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.ThemePaint;
import dev.lanescope.ui.timeline.TimelineModel;
import dev.lanescope.ui.timeline.frame.Frame;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

/// What can be seen of the lanes at one moment, to be written as a picture by any thread.
public final class VisibleRange {

    private final Snapshot trace;
    private final ThemePaint paint;
    private final LanesDrawing drawing;
    private final List<OnLanes> upon;

    VisibleRange(Frame frame, Snapshot trace, Viewport view) {
        Palette palette = frame.palette();
        TimelineModel model = frame.model();
        this.trace = trace;
        this.paint = new ThemePaint(palette, trace.info().states(), model.dimmedProperty().get());
        var ink =
                new LanesDrawing.Ink(
                        palette.ground().bg(),
                        palette.ground().line(),
                        palette.ground().fg(),
                        palette.ground().muted(),
                        code -> wordsOn(trace.state(code), palette));
        this.drawing = new LanesDrawing(trace, view, Frame.HEAD + 20, paint, ink);
        this.upon =
                List.of(
                        frame.jvm().veilDrawing(),
                        new SelectionDrawing(
                                LanesInk.chosen(model, view),
                                palette.ground().hl(),
                                model.story().property().get(),
                                tone -> FlowInk.colour(palette, tone)),
                        new RangeDrawing(
                                model.rangeProperty().get(),
                                model.measuredProperty().get(),
                                RangeInk.inks(palette)));
    }

    private static int wordsOn(State state, Palette palette) {
        return state.kind().isWork() ? palette.stage(state.name()).ink() : palette.ground().fg();
    }

    /// Writes vectors.
    public void writeSvg(Path file) throws IOException {
        int states = trace.info().states().size();
        int height = drawing.height(new SvgSheet(1, 1, paint, states));
        var sheet = new SvgSheet(drawing.width(), height, paint, states);
        drawing.draw(sheet, upon);
        WholeFile.write(
                file,
                raw -> {
                    var out =
                            new OutputStreamWriter(
                                    new BufferedOutputStream(raw), StandardCharsets.UTF_8);
                    sheet.writeTo(out, drawing.title());
                    out.flush();
                });
    }

    /// Writes pixels.
    public void writePng(Path file) throws IOException {
        Sheet measure = new RasterSheet(1, 1, paint);
        var sheet = new RasterSheet(drawing.width(), drawing.height(measure), paint);
        drawing.draw(sheet, upon);
        var image = sheet.image();
        WholeFile.write(
                file,
                raw -> {
                    var out = new BufferedOutputStream(raw);
                    ImageIO.write(image, "png", out);
                    out.flush();
                });
    }
}

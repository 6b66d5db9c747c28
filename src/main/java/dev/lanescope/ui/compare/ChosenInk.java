package dev.lanescope.ui.compare;

import dev.lanescope.chart.Box;
import dev.lanescope.chart.HitTest;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.Span;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

import java.util.List;

/// What is chosen or lit up on compared lanes, above their pictures.
final class ChosenInk {

    private final CompareModel model;
    private final Appearance appearance;

    ChosenInk(CompareModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
    }

    /// Whether there is nothing to paint.
    boolean isBare(RaceLanes lanes) {
        return model.pickedProperty().get().isEmpty()
                && lanes.runs().stream()
                        .allMatch(run ->
                                lit(run).isEmpty()
                                        && model.marksProperty()
                                                .get()
                                                .in(run.entrant().number())
                                                .isEmpty());
    }

    /// Paints all of it on a canvas that lies over the lanes.
    void paint(Canvas canvas, RaceLanes lanes) {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        for (RunPicture run : lanes.runs()) {
            if (!lanes.isAhead(run)) {
                paintLit(pen, run);
            }
            paintChosen(pen, run);
        }
    }

    private List<Span> lit(RunPicture run) {
        return model.figures()
                .litProperty()
                .get()
                .map(part -> part.brightIn(run.entrant().number()))
                .orElse(List.of());
    }

    /// The spans that are lit up one by one, in the colours of their stages.
    private void paintLit(GraphicsContext pen, RunPicture run) {
        run.view()
                .ifPresent(view -> {
                    for (Span span : lit(run)) {
                        String stage = run.entrant().trace().stateOf(span).name();
                        pen.setFill(Argb.fx(appearance.palette().stage(stage).fill()));
                        fill(pen, run, view, span);
                    }
                });
    }

    private static void fill(GraphicsContext pen, RunPicture run, Viewport view, Span span) {
        double left = Math.max(0, run.xOf((double) span.startNanos()));
        double right = Math.min(view.width(), run.xOf((double) span.endNanos()));
        if (right > 0 && left < view.width()) {
            Box box = HitTest.box(view, span); // of which only the height matters
            double top = run.pane().getLayoutY() + RaceLanes.AXIS;
            pen.fillRect(
                    RaceLanes.HEAD + left, top + box.y(), Math.max(1, right - left), box.height());
        }
    }

    /// The chosen span, and the same page in all runs.
    private void paintChosen(GraphicsContext pen, RunPicture run) {
        Palette.Ground ground = appearance.palette().ground();
        int number = run.entrant().number();
        run.view()
                .ifPresent(view -> {
                    pen.setStroke(Argb.fx(ground.accent()));
                    pen.setLineWidth(1.5);
                    for (Span span : model.marksProperty().get().in(number)) {
                        outline(pen, run, view, span);
                    }
                    pen.setStroke(Argb.fx(ground.hl()));
                    pen.setLineWidth(2);
                    model.pickedProperty()
                            .get()
                            .filter(picked -> picked.run() == number)
                            .ifPresent(picked -> outline(pen, run, view, picked.span()));
                });
    }

    private static void outline(GraphicsContext pen, RunPicture run, Viewport view, Span span) {
        double from = run.xOf((double) span.startNanos());
        double to = run.xOf((double) span.endNanos());
        double left = Math.max(0, from);
        double right = Math.min(view.width(), Math.max(from + 3, to));
        if (right > left) {
            Box box = HitTest.box(view, span); // of which only the height matters
            double top = run.pane().getLayoutY() + RaceLanes.AXIS;
            pen.strokeRect(
                    RaceLanes.HEAD + left, top + box.y() - 0.5, right - left, box.height() + 1);
        }
    }
}

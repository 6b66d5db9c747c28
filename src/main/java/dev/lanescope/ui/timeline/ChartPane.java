package dev.lanescope.ui.timeline;

import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.TextRole;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/// A chart below the lanes on the same time axis: title and headline figure in the column on the
/// left, the picture beside it, the cursor running through.
final class ChartPane extends Region {

    /// What stands left of the picture.
    ///
    /// @param headline the figure that matters
    /// @param most what the top of the axis means, or empty
    record Heading(String title, String unit, String headline, String note, String most) {}

    private final Frame frame;
    private final PixelPane picture;
    private final Canvas overlay = new Canvas();
    private final int reach;
    private Heading heading = new Heading("", "", "", "", "");

    /// @param reach how many pixels the picture begins left of the time axis
    ChartPane(Frame frame, PixelPane picture, int reach) {
        this.frame = frame;
        this.picture = picture;
        this.reach = reach;
        overlay.setMouseTransparent(true);
        getChildren().addAll(picture, overlay);
        setMinHeight(76);
        setPrefHeight(120);
        setMaxHeight(320);
        frame.addInk(this::paintInk);
    }

    void show(Heading newHeading) {
        heading = newHeading;
    }

    @Override
    protected void layoutChildren() {
        double left = Frame.HEAD - reach;
        picture.resizeRelocate(left, 1, Math.max(1, getWidth() - left), getHeight() - 1);
        overlay.setWidth(getWidth());
        overlay.setHeight(getHeight());
        frame.changed();
    }

    private void paintInk() {
        GraphicsContext pen = overlay.getGraphicsContext2D();
        Palette.Ground ground = frame.palette().ground();
        pen.clearRect(0, 0, getWidth(), getHeight());
        pen.setStroke(Argb.fx(ground.line()));
        pen.strokeLine(0, 0.5, getWidth(), 0.5);
        pen.strokeLine(Frame.HEAD - 0.5, 0, Frame.HEAD - 0.5, getHeight());
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.LEFT);
        write(pen, TextRole.SMALL_STRONG, ground.fg(), heading.title(), 14);
        write(pen, TextRole.AXIS, ground.muted(), heading.unit(), 28);
        write(pen, TextRole.HEADLINE_NUM, ground.fg(), heading.headline(), 48);
        write(pen, TextRole.AXIS, ground.muted(), heading.note(), 66);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setFont(TextRole.NUM_SMALL.font());
        pen.setFill(Argb.fx(ground.muted()));
        pen.fillText(heading.most(), Frame.HEAD - 8, 10);
        frame.model()
                .cursorProperty()
                .get()
                .ifPresent(moment -> {
                    var window = frame.model().windowProperty().get();
                    double width = getWidth() - Frame.HEAD;
                    double x = Frame.HEAD + window.xOf(moment, width);
                    pen.setStroke(Argb.fx(ground.hl()));
                    pen.strokeLine(x, 1, x, getHeight());
                });
    }

    private static void write(
            GraphicsContext pen, TextRole role, int colour, String text, double y) {
        pen.setFont(role.font());
        pen.setFill(Argb.fx(colour));
        pen.fillText(text, 10, y);
    }
}

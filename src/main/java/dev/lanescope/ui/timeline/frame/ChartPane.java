package dev.lanescope.ui.timeline.frame;

import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Hairlines;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.PixelPane;
import dev.lanescope.ui.kit.TextRole;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;

/// A chart below the lanes on the same time axis: title and headline figure in the column on the
/// left, the picture beside it, the cursor running through.
public final class ChartPane extends Region {

    /// What stands left of the picture.
    ///
    /// @param title one line or two; the second takes the place of the unit
    /// @param headline the figure that matters
    /// @param full what the top of an axis of whole numbers means; 0 where there is none
    public record Heading(String title, String unit, String headline, String note, int full) {}

    private final Frame frame;
    private final PixelPane picture;
    private final Canvas head = new Canvas();
    private final Rectangle edge = new Rectangle();
    private final int reach;
    private Heading heading = new Heading("", "", "", "", 0);

    /// @param reach how many pixels the picture begins left of the time axis
    public ChartPane(Frame frame, PixelPane picture, int reach) {
        this.frame = frame;
        this.picture = picture;
        this.reach = reach;
        head.setMouseTransparent(true);
        head.setWidth(Frame.HEAD);
        edge.setHeight(1);
        getChildren().addAll(picture, head, edge, new CursorLine(frame, this, 1));
        setMinHeight(76);
        setPrefHeight(120);
        setMaxHeight(Double.MAX_VALUE); // on a big screen charts fill what the lanes leave
        frame.addInk(this::paintInk);
    }

    public void show(Heading newHeading) {
        heading = newHeading;
    }

    @Override
    protected void layoutChildren() {
        double left = Frame.HEAD - reach;
        picture.resizeRelocate(left, 1, Math.max(1, getWidth() - left), getHeight() - 1);
        head.setHeight(getHeight());
        edge.setWidth(getWidth());
        frame.changed();
    }

    private void paintInk() {
        GraphicsContext pen = head.getGraphicsContext2D();
        Palette.Ground ground = frame.palette().ground();
        pen.clearRect(0, 0, Frame.HEAD, getHeight());
        edge.setFill(Argb.fx(ground.line()));
        Hairlines.down(pen, Argb.fx(ground.line()), Frame.HEAD - 1, 0, getHeight());
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.LEFT);
        double y = 14;
        for (String line : heading.title().lines().toList()) {
            write(pen, TextRole.SMALL_STRONG, ground.fg(), line, y);
            y += 14;
        }
        write(pen, TextRole.AXIS, ground.muted(), heading.unit(), 28);
        write(pen, TextRole.HEADLINE_NUM, ground.fg(), heading.headline(), 48);
        write(pen, TextRole.AXIS, ground.muted(), heading.note(), 66);
        axis(pen, ground);
    }

    /// Names the top, the bottom and, if it is a whole number, the middle.
    private void axis(GraphicsContext pen, Palette.Ground ground) {
        int full = heading.full();
        if (full == 0) {
            return;
        }
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setFont(TextRole.NUM_SMALL.font());
        pen.setFill(Argb.fx(ground.muted()));
        pen.fillText(Integer.toString(full), Frame.HEAD - 6, 8);
        pen.fillText("0", Frame.HEAD - 6, getHeight() - 7);
        if (full % 2 == 0) {
            pen.fillText(Integer.toString(full / 2), Frame.HEAD - 6, getHeight() / 2);
        }
    }

    private static void write(
            GraphicsContext pen, TextRole role, int colour, String text, double y) {
        pen.setFont(role.font());
        pen.setFill(Argb.fx(colour));
        pen.fillText(text, 10, y);
    }
}

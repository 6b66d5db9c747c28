package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.chart.Box;
import dev.lanescope.chart.FlowMarks;
import dev.lanescope.chart.InkSheet;
import dev.lanescope.chart.LanePaint;
import dev.lanescope.chart.StatePattern;
import dev.lanescope.chart.StopVeil;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.TextRole;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.TexturePaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/// A sheet of pixels, twice as many in each direction as there are on the screen, so that it is
/// sharp in print. Java2D draws it, hence on any thread.
final class RasterSheet implements InkSheet {

    private static final int SCALE = 2;
    private static final float LINE = 1.5f;

    private final BufferedImage image;
    private final Graphics2D pen;
    private final LanePaint paint;

    RasterSheet(int width, int height, LanePaint paint) {
        this.paint = paint;
        image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        pen = image.createGraphics();
        pen.scale(SCALE, SCALE);
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    /// What has been drawn; nothing can be added afterwards.
    BufferedImage image() {
        pen.dispose();
        return image;
    }

    @Override
    public void fill(Box box, int colour) {
        pen.setPaint(Argb.awt(colour));
        pen.fill(shape(box));
    }

    @Override
    public void fillState(List<Box> boxes, int state) {
        pen.setPaint(look(state));
        boxes.forEach(box -> pen.fill(shape(box)));
    }

    private Paint look(int state) {
        if (!paint.isHatched(state)) {
            return Argb.awt(paint.solid(state));
        }
        var tile = new StatePattern(paint, state);
        int cell = tile.cell();
        var pixels = new BufferedImage(cell, cell, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < cell; y++) {
            for (int x = 0; x < cell; x++) {
                pixels.setRGB(x, y, tile.argb(x, y));
            }
        }
        return new TexturePaint(pixels, new Rectangle2D.Double(0, 0, cell, cell));
    }

    @Override
    public void veil(List<Box> boxes, StopVeil.Look look) {
        int cell = look.cell();
        var strokes = new BufferedImage(cell, cell, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < cell; y++) {
            for (int x = 0; x < cell; x++) {
                strokes.setRGB(x, y, look.hatch().ink(x, y) ? look.stroke() : 0);
            }
        }
        var hatch = new TexturePaint(strokes, new Rectangle2D.Double(0, 0, cell, cell));
        for (Paint layer : List.of(Argb.awt(look.ground()), hatch)) {
            pen.setPaint(layer);
            boxes.forEach(box -> pen.fill(shape(box)));
        }
    }

    private static Rectangle2D shape(Box box) {
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }

    @Override
    public void line(double x, double y, double toX, double toY, int colour) {
        pen.setPaint(new Color(colour, true));
        pen.draw(new Line2D.Double(x, y, toX, toY));
    }

    @Override
    public void text(String words, double x, double y, double size, Align align, int colour) {
        pen.setFont(font(size));
        pen.setPaint(Argb.awt(colour));
        double left =
                switch (align) {
                    case LEFT -> x;
                    case MIDDLE -> x - widthOf(words, size) / 2;
                    case RIGHT -> x - widthOf(words, size);
                };
        pen.drawString(words, (float) left, (float) y);
    }

    @Override
    public void within(Box box, Runnable drawing) {
        Shape all = pen.getClip();
        pen.clip(shape(box));
        drawing.run();
        pen.setClip(all);
    }

    @Override
    public void moved(double x, double y, Runnable drawing) {
        pen.translate(x, y);
        drawing.run();
        pen.translate(-x, -y);
    }

    @Override
    public void outline(Box box, int colour) {
        stroke(
                new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 4, 4),
                new BasicStroke(2),
                colour);
    }

    @Override
    public void arrow(FlowMarks.Arrow it, int colour) {
        var curve = new Path2D.Double();
        curve.moveTo(it.x(), it.y());
        curve.curveTo(
                it.x() + it.bend(), it.y(), it.toX() - it.bend(), it.toY(), it.toX(), it.toY());
        stroke(curve, it.isDashed() ? dashes(4, 3) : new BasicStroke(LINE), colour);
        dot(it.x(), it.y(), true, colour);
        var head = new Path2D.Double();
        head.moveTo(it.toX(), it.toY());
        head.lineTo(it.toX() - 5, it.toY() - 3);
        head.lineTo(it.toX() - 5, it.toY() + 3);
        pen.fill(head);
    }

    @Override
    public void dashed(double x, double y, double toX, double toY, int colour) {
        stroke(new Line2D.Double(x, y, toX, toY), dashes(2, 3), colour);
    }

    @Override
    public void dot(double x, double y, boolean isFilled, int colour) {
        var circle = new Ellipse2D.Double(x - 2.5, y - 2.5, 5, 5);
        stroke(circle, new BasicStroke(1), colour);
        if (isFilled) {
            pen.fill(circle);
        }
    }

    private static BasicStroke dashes(float dash, float gap) {
        return new BasicStroke(
                LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {dash, gap}, 0);
    }

    private void stroke(Shape shape, BasicStroke how, int colour) {
        Stroke usual = pen.getStroke();
        pen.setPaint(Argb.awt(colour));
        pen.setStroke(how);
        pen.draw(shape);
        pen.setStroke(usual);
    }

    @Override
    public double widthOf(String words, double size) {
        return pen.getFontMetrics(font(size)).getStringBounds(words, pen).getWidth();
    }

    private static Font font(double size) {
        return TextRole.BODY.awtFont().deriveFont((float) size);
    }
}

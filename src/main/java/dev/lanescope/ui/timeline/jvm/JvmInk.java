package dev.lanescope.ui.timeline.jvm;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.JvmWords;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.StateLook;
import dev.lanescope.ui.kit.TextRole;
import dev.lanescope.ui.kit.TextWidths;
import dev.lanescope.ui.timeline.frame.Frame;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The words on the JVM's track: its head, names beside stops that are wide enough to be seen as
/// one.
final class JvmInk {

    /// From this width in pixels on a stop is named, if there is room behind it.
    private static final double NAMED = 3;

    /// Narrower ones are no obstacle to a name.
    private static final double SEEN = 0.5;

    private static final double ROW = 7.5;

    private final Frame frame;
    private final TextWidths widths = new TextWidths(TextRole.AXIS.font());

    JvmInk(Frame frame) {
        this.frame = frame;
    }

    /// @param behind how far the story is behind the live edge, if it is
    void paint(Canvas canvas, OptionalLong behind) {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        Palette.Ground ground = frame.palette().ground();
        pen.clearRect(0, 0, width, height);
        pen.setTextBaseline(VPos.CENTER);
        pen.setStroke(Argb.fx(ground.line()));
        pen.strokeLine(0, 0.5, width, 0.5);
        pen.strokeLine(Frame.HEAD - 0.5, 0, Frame.HEAD - 0.5, height);
        head(pen, behind, height / 2);
        names(pen, width - Frame.HEAD);
    }

    /// The ring that says where the keyboard is, and the frame of the event that it is on.
    void focus(Canvas canvas, Optional<JvmEvent> at, JvmCursor.Row row) {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        Palette.Ground ground = frame.palette().ground();
        pen.setStroke(Argb.fx(ground.accent()));
        pen.setLineWidth(2);
        pen.strokeRect(1, 1, canvas.getWidth() - 2, canvas.getHeight() - 2);
        double width = canvas.getWidth() - Frame.HEAD;
        TimeWindow window = frame.model().windowProperty().get();
        at.ifPresent(event -> {
            double left = Math.clamp(window.xOf((double) event.startNanos(), width), 0, width);
            double right = Math.clamp(window.xOf((double) event.endNanos(), width), 0, width);
            double top = row == JvmCursor.Row.STOPS ? 2 : 14;
            pen.setStroke(Argb.fx(ground.hl()));
            pen.strokeRect(Frame.HEAD + left - 1, top, Math.max(4, right - left + 2), 10);
        });
        pen.setLineWidth(1);
    }

    private void head(GraphicsContext pen, OptionalLong behind, double y) {
        Palette palette = frame.palette();
        if (behind.isEmpty()) { // there is no room for all three
            int between = palette.hatchGround(StateLook.GC);
            int stroke = palette.hatchStroke(StateLook.GC);
            pen.setFill(StateLook.GC.hatch().paint(between, stroke));
            pen.fillRect(10, y - 4, 9, 9);
        }
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFont(TextRole.BODY.font());
        pen.setFill(Argb.fx(palette.ground().fg()));
        pen.fillText("JVM", behind.isEmpty() ? 24 : 10, y);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setFont(behind.isPresent() ? TextRole.AXIS.font() : TextRole.NUM_SMALL.font());
        pen.setFill(Argb.fx(palette.ground().muted()));
        String words = behind.isPresent() ? JvmHover.late(behind.getAsLong()) : "GC·JIT";
        pen.fillText(words, Frame.HEAD - 10, y, 62);
    }

    /// From left to right; a name that would reach into the next stop that can be seen is left out.
    private void names(GraphicsContext pen, double width) {
        TimeWindow window = frame.model().windowProperty().get();
        List<JvmEvent> stops =
                frame.jvm().stopEvents().stream()
                        .filter(event -> event.endNanos() >= window.startNanos())
                        .filter(event -> event.startNanos() < window.endNanos())
                        .filter(event -> event.nanos() / window.nanosPerPixel(width) >= SEEN)
                        .toList();
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFont(TextRole.AXIS.font());
        pen.setFill(Argb.fx(frame.palette().state(StateLook.GC)));
        for (int i = 0; i < stops.size(); i++) {
            JvmEvent stop = stops.get(i);
            if (stop.nanos() / window.nanosPerPixel(width) < NAMED) {
                continue;
            }
            String name = JvmWords.title(stop) + " " + Durations.text(stop.nanos());
            double left = window.xOf((double) stop.endNanos(), width) + 4;
            double end =
                    i + 1 < stops.size()
                            ? window.xOf((double) stops.get(i + 1).startNanos(), width)
                            : width;
            if (left + widths.applyAsDouble(name) + 2 <= end) {
                pen.fillText(name, Frame.HEAD + left, ROW);
            }
        }
    }
}

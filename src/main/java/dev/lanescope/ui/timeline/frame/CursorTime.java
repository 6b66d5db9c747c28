package dev.lanescope.ui.timeline.frame;

import dev.lanescope.analysis.Durations;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import java.util.OptionalDouble;

/// The moment under the pointer, in figures on the time axis.
public final class CursorTime extends Label {

    private static final int LEAST_DIGITS = 6;
    private static final int MOST_DIGITS = 13;

    private final Frame frame;
    private final Region pane;

    public CursorTime(Frame frame, Region pane) {
        this.frame = frame;
        this.pane = pane;
        setManaged(false);
        setMouseTransparent(true);
        getStyleClass().setAll("cursor-time", "num-small");
        setVisible(false);
        frame.addCursor(this::place);
    }

    /// So many that a step of the last one is no more than a pixel.
    private int digits(double moment) {
        double width = Math.max(1, pane.getWidth() - Frame.HEAD);
        double perPixel = frame.model().windowProperty().get().nanosPerPixel(width);
        double pixels = Math.max(1, moment) / Math.max(1, perPixel);
        return Math.clamp((int) Math.ceil(Math.log10(pixels)) + 1, LEAST_DIGITS, MOST_DIGITS);
    }

    private void place() {
        OptionalDouble x = CursorLine.x(frame, pane);
        setVisible(x.isPresent());
        if (x.isPresent()) {
            double moment = frame.model().cursorProperty().get().orElse(0);
            setText(Durations.text((long) Math.max(0, moment), digits(moment)));
            autosize();
            double left = Math.max(Frame.HEAD, x.getAsDouble() - getWidth() / 2);
            relocate(Math.rint(left), 2);
        }
    }
}

package dev.lanescope.ui.timeline.frame;

import dev.lanescope.analysis.Durations;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import java.util.OptionalDouble;

/// The moment under the pointer, in figures on the time axis.
public final class CursorTime extends Label {

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

    private void place() {
        OptionalDouble x = CursorLine.x(frame, pane);
        setVisible(x.isPresent());
        if (x.isPresent()) {
            double moment = frame.model().cursorProperty().get().orElse(0);
            setText(Durations.text((long) Math.max(0, moment), 6));
            autosize();
            double left = Math.max(Frame.HEAD, x.getAsDouble() - getWidth() / 2);
            relocate(Math.rint(left), 2);
        }
    }
}

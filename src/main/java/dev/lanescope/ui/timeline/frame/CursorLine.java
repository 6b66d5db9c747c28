package dev.lanescope.ui.timeline.frame;

import dev.lanescope.ui.kit.Argb;

import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import java.util.OptionalDouble;

/// The cursor's part on one pane: a line down the pane at the moment under the pointer. It is a
/// node of its own, so that moving the pointer paints nothing but a column of pixels.
public final class CursorLine extends Rectangle {

    private final Frame frame;
    private final Region pane;
    private final double top;

    /// @param top where the line begins on the pane
    public CursorLine(Frame frame, Region pane, double top) {
        this.frame = frame;
        this.pane = pane;
        this.top = top;
        setManaged(false);
        setMouseTransparent(true);
        setWidth(1);
        setY(top);
        frame.addCursor(this::place);
    }

    private void place() {
        OptionalDouble x = x(frame, pane);
        setVisible(x.isPresent());
        if (x.isPresent()) {
            setX(Math.floor(x.getAsDouble()));
            setHeight(Math.max(0, pane.getHeight() - top));
            setFill(Argb.fx(frame.palette().ground().hl()));
        }
    }

    /// Where the cursor stands on a pane; empty if it is not on the time axis.
    static OptionalDouble x(Frame frame, Region pane) {
        OptionalDouble moment = frame.model().cursorProperty().get();
        if (moment.isEmpty() || frame.trace().isEmpty()) {
            return OptionalDouble.empty();
        }
        double width = pane.getWidth() - Frame.HEAD;
        double x = frame.model().windowProperty().get().xOf(moment.getAsDouble(), width);
        return x < 0 || x > width ? OptionalDouble.empty() : OptionalDouble.of(Frame.HEAD + x);
    }
}

package dev.lanescope.ui.compare;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import java.util.Optional;
import java.util.OptionalDouble;

/// What the mouse does on compared lanes: the wheel zooms, with Shift it pans, over the heads it
/// scrolls; dragging pans, a click chooses a span.
final class RaceMouse {

    private static final double SLACK = 3;
    private static final double NOTCH = 40;
    private static final double ZOOM = 1.2;

    private final RaceLanes lanes;
    private final CompareModel model;
    private double pressedX;
    private double draggedTo;
    private boolean dragging;
    private Optional<Picked> pressedOn = Optional.empty();

    RaceMouse(RaceLanes lanes, CompareModel model) {
        this.lanes = lanes;
        this.model = model;
    }

    void install() {
        lanes.setOnMouseMoved(this::point);
        lanes.setOnMouseExited(_ -> model.cursorProperty().set(OptionalDouble.empty()));
        lanes.setOnMousePressed(this::press);
        lanes.setOnMouseDragged(this::drag);
        lanes.setOnMouseReleased(this::release);
        lanes.setOnScroll(this::scroll);
        lanes.setOnZoom(zoom -> model.zoomAt(zoom.getZoomFactor(), lanes.nanosAt(zoom.getX())));
    }

    private void point(MouseEvent event) {
        model.cursorProperty()
                .set(
                        event.getX() < RaceLanes.HEAD
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(lanes.nanosAt(event.getX())));
    }

    private void press(MouseEvent event) {
        lanes.requestFocus();
        pressedX = event.getX();
        draggedTo = pressedX;
        dragging = false;
        pressedOn =
                event.getButton() == MouseButton.PRIMARY
                        ? lanes.spanAt(event.getX(), event.getY())
                        : Optional.empty();
    }

    private void drag(MouseEvent event) {
        if (!dragging && Math.abs(event.getX() - pressedX) <= SLACK) {
            return;
        }
        dragging = true;
        lanes.setCursor(Cursor.CLOSED_HAND);
        model.panBy(lanes.nanosAt(draggedTo) - lanes.nanosAt(event.getX()));
        draggedTo = event.getX();
        point(event);
    }

    private void release(MouseEvent event) {
        lanes.setCursor(Cursor.DEFAULT);
        if (!dragging && event.getButton() == MouseButton.PRIMARY) {
            pressedOn.ifPresent(picked -> model.pick(picked.run(), picked.span()));
            if (event.getClickCount() == 2) {
                model.focus();
            }
        }
        dragging = false;
    }

    private void scroll(ScrollEvent event) {
        // With Shift some systems turn the wheel sideways.
        double turned = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        double notches = turned / NOTCH;
        if (event.isShiftDown() || event.getDeltaY() == 0) {
            model.panBy(-notches * 0.1 * model.windowProperty().get().nanos());
        } else if (event.getX() < RaceLanes.HEAD) {
            lanes.scrollBy(-event.getDeltaY());
        } else {
            model.zoomAt(Math.pow(ZOOM, notches), lanes.nanosAt(event.getX()));
        }
        event.consume();
    }
}

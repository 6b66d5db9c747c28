package dev.lanescope.ui.compare;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import java.util.Optional;
import java.util.OptionalDouble;

/// What the mouse does on compared lanes: dragging chooses a part of the axis, with Shift or
/// another button it moves the picture, on the axis itself it scrubs the race; a click chooses a
/// span. The wheel zooms, with Shift it pans; it scrolls where there is more to see below.
final class RaceMouse {

    private enum Drag {
        NOTHING,
        RANGE,
        PAN,
        SCRUB
    }

    private static final double SLACK = 3;
    private static final double NOTCH = 40;
    private static final double ZOOM = 1.2;

    private final RaceLanes lanes;
    private final CompareModel model;
    private final CompareAxis axis;
    private double pressedX;
    private double draggedTo;
    private double anchor;
    private Drag wanted = Drag.NOTHING;
    private boolean dragging;
    private Optional<Picked> pressedOn = Optional.empty();

    RaceMouse(RaceLanes lanes, CompareModel model) {
        this.lanes = lanes;
        this.model = model;
        this.axis = model.axis();
    }

    void install() {
        lanes.setOnMouseMoved(this::point);
        lanes.setOnMouseExited(_ -> axis.cursorProperty().set(OptionalDouble.empty()));
        lanes.setOnMousePressed(this::press);
        lanes.setOnMouseDragged(this::drag);
        lanes.setOnMouseReleased(this::release);
        lanes.setOnScroll(this::scroll);
        lanes.setOnZoom(zoom -> axis.zoomAt(zoom.getZoomFactor(), lanes.placeAt(zoom.getX())));
    }

    private void point(MouseEvent event) {
        axis.cursorProperty()
                .set(
                        event.getX() < RaceLanes.HEAD
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(lanes.placeAt(event.getX())));
        boolean edge = lanes.band().otherEdge(lanes, event.getX()).isPresent();
        boolean onAxis = event.getY() < RaceLanes.AXIS;
        lanes.setCursor(edge && !onAxis ? Cursor.H_RESIZE : Cursor.DEFAULT);
    }

    private void press(MouseEvent event) {
        lanes.requestFocus();
        pressedX = event.getX();
        draggedTo = pressedX;
        dragging = false;
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        boolean moves = !primary || event.isShiftDown();
        wanted = event.getX() < RaceLanes.HEAD || moves ? Drag.PAN : Drag.RANGE;
        pressedOn = primary ? lanes.spanAt(event.getX(), event.getY()) : Optional.empty();
        anchor =
                lanes.band()
                        .otherEdge(lanes, event.getX())
                        .orElseGet(() -> lanes.placeAt(event.getX()));
        if (primary && event.getY() < RaceLanes.AXIS && event.getX() >= RaceLanes.HEAD) {
            wanted = Drag.SCRUB;
            model.scrubTo(lanes.placeAt(event.getX()));
        }
    }

    private void drag(MouseEvent event) {
        if (!dragging && Math.abs(event.getX() - pressedX) <= SLACK) {
            return;
        }
        dragging = true;
        switch (wanted) {
            case PAN -> {
                lanes.setCursor(Cursor.CLOSED_HAND);
                axis.panBy(lanes.placeAt(draggedTo) - lanes.placeAt(event.getX()));
                draggedTo = event.getX();
                point(event);
                lanes.setCursor(Cursor.CLOSED_HAND);
            }
            case RANGE -> {
                double to = lanes.placeAt(Math.max(RaceLanes.HEAD, event.getX()));
                axis.select(PlaceRange.between(anchor, to));
                point(event);
            }
            case SCRUB -> model.scrubTo(lanes.placeAt(event.getX()));
            case NOTHING -> {}
        }
    }

    private void release(MouseEvent event) {
        lanes.setCursor(Cursor.DEFAULT);
        boolean clicked = !dragging && wanted != Drag.SCRUB;
        if (clicked && event.getButton() == MouseButton.PRIMARY) {
            pressedOn.ifPresent(picked -> model.pick(picked.run(), picked.span()));
            if (event.getClickCount() == 2) {
                model.focus();
            }
        }
        dragging = false;
        wanted = Drag.NOTHING;
    }

    private void scroll(ScrollEvent event) {
        // With Shift some systems turn the wheel sideways.
        double turned = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        double notches = turned / NOTCH;
        if (event.isShiftDown() || event.getDeltaY() == 0) {
            axis.panBy(-notches * 0.1 * axis.windowProperty().get().nanos());
        } else if (!event.isShortcutDown()
                && (event.getX() < RaceLanes.HEAD || lanes.hasMoreBelow())) {
            lanes.scrollBy(-event.getDeltaY());
        } else {
            axis.zoomAt(Math.pow(ZOOM, notches), lanes.placeAt(event.getX()));
        }
        event.consume();
    }
}

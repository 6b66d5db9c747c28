package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.chart.Hit;
import dev.lanescope.chart.HitTest;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.Note;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.TimelineModel;
import dev.lanescope.ui.timeline.frame.Frame;
import dev.lanescope.ui.timeline.frame.HoverCard;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

import java.util.Optional;
import java.util.OptionalDouble;

/// The gestures on the lanes, as profiler users know them: Ctrl+wheel and pinch zoom at the
/// pointer, Shift+wheel moves in time, the wheel scrolls lanes, a drag selects a range, Shift+drag
/// or the middle or right button moves the picture, a click chooses, a double click focuses.
final class LanesMouse {

    private static final double ZOOM_PER_NOTCH = 1.25;
    private static final double NOTCH = 40;
    private static final double NOTE_BAR = 5;

    private final LanesPane pane;
    private final TimelineModel model;
    private final HoverCard card;
    private double dragX;
    private double dragY;
    private boolean panning;
    private final RangeDrag range;

    LanesMouse(LanesPane pane, TimelineModel model, HoverCard card) {
        this.pane = pane;
        this.model = model;
        this.card = card;
        this.range = new RangeDrag(pane, model);
    }

    void install() {
        pane.setOnScroll(this::scroll);
        pane.setOnZoom(this::pinch);
        pane.setOnMousePressed(this::press);
        pane.setOnMouseDragged(this::drag);
        pane.setOnMouseReleased(this::release);
        pane.setOnMouseClicked(this::click);
        pane.setOnMouseMoved(this::hover);
        pane.setOnMouseExited(_ -> leave());
    }

    private void scroll(ScrollEvent event) {
        double delta = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        pane.view()
                .ifPresent(view -> {
                    double notches = delta / NOTCH;
                    if (event.isShortcutDown() || event.isControlDown()) {
                        model.zoomAt(
                                Math.pow(ZOOM_PER_NOTCH, notches),
                                view.nanosAt(event.getX() - Frame.HEAD));
                    } else if (event.isShiftDown() || event.getDeltaY() == 0) {
                        model.panBy(-notches * 0.08 * view.window().nanos());
                    } else {
                        pane.scrollBy(-delta);
                    }
                });
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        pane.view()
                .ifPresent(view ->
                        model.zoomAt(
                                event.getZoomFactor(), view.nanosAt(event.getX() - Frame.HEAD)));
        event.consume();
    }

    private void press(MouseEvent event) {
        pane.requestFocus();
        dragX = event.getX();
        dragY = event.getY();
        panning = event.isShiftDown() || event.getButton() != MouseButton.PRIMARY;
        if (panning) {
            pane.setCursor(Cursor.CLOSED_HAND);
        } else {
            pane.view().ifPresent(view -> range.press(view, event.getX(), event.getY()));
        }
    }

    private void drag(MouseEvent event) {
        card.hide();
        pane.view()
                .ifPresent(view -> {
                    if (panning) {
                        double perPixel = view.window().nanosPerPixel(view.width());
                        model.panBy((dragX - event.getX()) * perPixel);
                        pane.scrollBy(dragY - event.getY());
                    } else if (range.drag(view, event.getX(), event.getY())) {
                        model.cursorProperty().set(OptionalDouble.empty());
                    }
                });
        dragX = event.getX();
        dragY = event.getY();
    }

    /// A busy machine tells of a quick drag little more than where it ends.
    private void release(MouseEvent event) {
        if (!event.isStillSincePress()) {
            drag(event);
        }
        panning = false;
        pane.setCursor(Cursor.DEFAULT);
    }

    private void click(MouseEvent event) {
        if (event.isShiftDown() || !event.isStillSincePress()) {
            return;
        }
        if (event.getButton() == MouseButton.SECONDARY) {
            chooseForMenu(event);
        }
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            model.focus(); // on what the first click chose, wherever that lies by now
            return;
        }
        Optional<Note> note = noteAt(event.getX(), event.getY());
        if (note.isPresent()) {
            model.notes().select(note.get());
            return;
        }
        pane.hit(event.getX(), event.getY())
                .ifPresentOrElse(
                        hit -> {
                            model.selectRange(Optional.empty());
                            model.choose(chosen(hit));
                        },
                        model::clear);
    }

    /// A menu is about the selected range, or else about the span it opens on.
    private void chooseForMenu(MouseEvent event) {
        if (model.rangeProperty().get().isEmpty()) {
            pane.hit(event.getX(), event.getY()).ifPresent(hit -> model.choose(chosen(hit)));
        }
    }

    /// Notes are grasped at their bar, just below the axis; one on a moment a little beside it too.
    private Optional<Note> noteAt(double x, double y) {
        boolean onBars = y >= LanesInk.AXIS - NOTE_BAR && y <= LanesInk.AXIS + NOTE_BAR;
        return pane.view()
                .filter(_ -> onBars)
                .flatMap(view ->
                        model.notes()
                                .at(
                                        view.nanosAt(x - Frame.HEAD),
                                        HitTest.REACH * view.window().nanosPerPixel(view.width())));
    }

    private static Chosen chosen(Hit hit) {
        return switch (hit) {
            case Hit.OnSpan(var span) -> new Chosen(span.lane(), span.index());
            case Hit.OnNested(var slice, var first) -> Chosen.slice(slice, first.index());
            case Hit.OnBand(var visit) -> Chosen.page(visit.lane(), visit.firstSpan());
        };
    }

    private void hover(MouseEvent event) {
        if (event.getX() < Frame.HEAD) {
            leave();
            return;
        }
        pane.view().ifPresent(view -> hoverAt(view, event));
    }

    private void hoverAt(Viewport view, MouseEvent event) {
        boolean onEdge = range.isOnEdge(view, event.getX());
        pane.setCursor(onEdge ? Cursor.H_RESIZE : Cursor.DEFAULT);
        model.cursorProperty().set(OptionalDouble.of(view.nanosAt(event.getX() - Frame.HEAD)));
        pane.hit(event.getX(), event.getY())
                .ifPresentOrElse(
                        hit -> {
                            double x = event.getX() - Frame.HEAD;
                            Optional<String> more =
                                    model.shownProperty()
                                            .get()
                                            .flatMap(it -> HoverWords.beside(it, view, hit, x));
                            card.show(hit, more, event.getX(), event.getY());
                            model.hoveredProperty().set(Optional.of(chosen(hit)));
                        },
                        () -> {
                            hoverGroup(view, event);
                            model.hoveredProperty().set(Optional.empty());
                        });
    }

    private void hoverGroup(Viewport view, MouseEvent event) {
        double x = event.getX() - Frame.HEAD;
        model.shownProperty()
                .get()
                .flatMap(it -> HoverWords.ofGroup(it, view, x, event.getY() - LanesInk.AXIS))
                .ifPresentOrElse(words -> card.show(words, event.getX(), event.getY()), card::hide);
    }

    private void leave() {
        model.cursorProperty().set(OptionalDouble.empty());
        model.hoveredProperty().set(Optional.empty());
        card.hide();
    }
}

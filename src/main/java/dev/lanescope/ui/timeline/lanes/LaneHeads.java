package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.chart.LaneGroup;
import dev.lanescope.chart.RowMove;
import dev.lanescope.chart.Rows;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.TimelineModel;
import dev.lanescope.ui.timeline.frame.Frame;
import dev.lanescope.ui.timeline.frame.HoverCard;

import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import java.util.Optional;
import java.util.OptionalDouble;

/// The gestures on the heads of lanes: a drag puts a row elsewhere, a click on a heading collapses
/// or expands its group, the right button (or the menu key) opens the menu of a row. Whatever
/// happens on a head is nothing to the gestures of the lanes.
final class LaneHeads {

    private static final double STARTS_DRAG = 4;
    private static final int EDGE = 24;

    private final LanesPane pane;
    private final TimelineModel model;
    private final HeadsInk ink;
    private final HoverCard card;
    private final ContextMenu menu = new ContextMenu();
    private final LaneMenus menus;
    private int pressed = Rows.NONE;
    private double pressedY;
    private boolean dragging;
    private Optional<RowMove> move = Optional.empty();

    LaneHeads(LanesPane pane, TimelineModel model, HeadsInk ink, HoverCard card) {
        this.pane = pane;
        this.model = model;
        this.ink = ink;
        this.card = card;
        this.menus = new LaneMenus(model.arrangement());
    }

    void install() {
        menu.setId("lane-menu");
        menu.getItems().add(new SeparatorMenuItem()); // a menu without items never opens
        pane.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::openMenu);
        pane.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        pane.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        pane.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        pane.addEventFilter(MouseEvent.MOUSE_CLICKED, LaneHeads::click);
        pane.addEventFilter(MouseEvent.MOUSE_MOVED, this::hover);
    }

    private static boolean isOnHead(MouseEvent event) {
        return event.getX() < Frame.HEAD && event.getY() >= LanesInk.AXIS;
    }

    private int rowAt(double y) {
        return pane.view().map(view -> view.rowAt(y - LanesInk.AXIS)).orElse(Rows.NONE);
    }

    private void press(MouseEvent event) {
        menu.hide();
        if (!isOnHead(event)) {
            return;
        }
        pane.requestFocus();
        card.hide();
        pressed = event.getButton() == MouseButton.PRIMARY ? rowAt(event.getY()) : Rows.NONE;
        pressedY = event.getY();
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (pressed == Rows.NONE) {
            return;
        }
        event.consume();
        if (!dragging && Math.abs(event.getY() - pressedY) < STARTS_DRAG) {
            return;
        }
        dragging = true;
        pane.setCursor(Cursor.CLOSED_HAND);
        pane.view()
                .ifPresent(view -> {
                    double y = event.getY() - LanesInk.AXIS;
                    scrollAtEdges(view, y);
                    move = RowMove.of(view, pressed, y);
                    ink.drags(move);
                });
    }

    private void scrollAtEdges(Viewport view, double y) {
        if (y > view.height() - EDGE) {
            pane.scrollBy(EDGE);
        } else if (y < view.fixedHeight() + EDGE) {
            pane.scrollBy(-EDGE);
        }
    }

    private void release(MouseEvent event) {
        if (pressed == Rows.NONE) {
            return;
        }
        if (!event.isStillSincePress()) {
            drag(event);
        }
        if (dragging) {
            pane.setCursor(Cursor.DEFAULT);
            ink.drags(Optional.empty());
            move.ifPresent(model.arrangement()::move);
        } else if (event.isStillSincePress()) {
            Rows rows = model.arrangement().rows();
            if (pressed < rows.count()) {
                rows.heading(pressed)
                        .map(LaneGroup::name)
                        .ifPresent(model.arrangement()::toggleGroup);
            }
        }
        pressed = Rows.NONE;
        dragging = false;
        move = Optional.empty();
        event.consume();
    }

    private static void click(MouseEvent event) {
        if (isOnHead(event)) {
            event.consume();
        }
    }

    private void hover(MouseEvent event) {
        if (!isOnHead(event)) {
            return;
        }
        Rows rows = model.arrangement().rows();
        int row = rowAt(event.getY());
        model.shownProperty()
                .get()
                .filter(_ -> row != Rows.NONE)
                .ifPresentOrElse(
                        trace -> card.show(words(trace, rows, row), event.getX(), event.getY()),
                        card::hide);
        model.cursorProperty().set(OptionalDouble.empty());
        event.consume(); // or the lanes would hide the card again
    }

    /// The whole name, for which there is no room, as the trace has it.
    private static String words(Snapshot trace, Rows rows, int row) {
        return rows.heading(row)
                .map(group ->
                        group.name()
                                + "  "
                                + Amounts.count(group.size(), "lane")
                                + "  click to "
                                + (group.isCollapsed() ? "expand" : "collapse"))
                .orElseGet(() -> trace.lanes().get(rows.lane(row)).name());
    }

    /// On a head by the pointer; by the key for the chosen lane, wherever the pointer is.
    private void openMenu(ContextMenuEvent event) {
        Rows rows = model.arrangement().rows();
        boolean byKey = event.isKeyboardTrigger();
        if (!byKey && event.getX() >= Frame.HEAD) {
            return;
        }
        int chosen = model.selectionProperty().get().map(Chosen::lane).orElse(Rows.NONE);
        int row = byKey ? (chosen < 0 ? 0 : rows.rowOf(chosen)) : rowAt(event.getY());
        menu.getItems().setAll(menus.forRow(row < rows.count() ? row : Rows.NONE));
        var corner = pane.localToScreen(Frame.HEAD / 2.0, LanesInk.AXIS);
        menu.show(
                pane,
                byKey ? corner.getX() : event.getScreenX(),
                byKey ? corner.getY() : event.getScreenY());
        event.consume();
    }
}

package dev.lanescope.ui.runs;

import dev.lanescope.ui.session.ChosenRuns;
import dev.lanescope.ui.session.RunRecord;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import java.util.Optional;

/// Whether a run is compared: a box on its card. A click on the card with Ctrl held does the same.
final class CompareTick extends CheckBox {

    private final ChosenRuns chosen;
    private final ListCell<RunRecord> cell;

    CompareTick(ChosenRuns chosen, ListCell<RunRecord> cell) {
        this.chosen = chosen;
        this.cell = cell;
        getStyleClass().add("compare-tick");
        setFocusTraversable(false); // the list has the focus; Ctrl+D ticks the run that is shown
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("Compare this run (Ctrl+click on the card)"));
        setOnAction(_ -> toggle());
        cell.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    boolean ticks =
                            event.isShortcutDown() && event.getButton() == MouseButton.PRIMARY;
                    if (ticks && !cell.isEmpty() && !isOn(event)) {
                        toggle();
                        event.consume();
                    }
                });
    }

    /// The box itself is toggled when the mouse is released.
    private boolean isOn(MouseEvent event) {
        return localToScene(getLayoutBounds()).contains(event.getSceneX(), event.getSceneY());
    }

    void show(RunRecord now) {
        setSelected(chosen.isChosen(now));
        setAccessibleText("Compare run " + now.number());
    }

    private void toggle() {
        Optional.ofNullable(cell.getItem()).ifPresent(chosen::toggle);
    }
}

package dev.lanescope.ui.runtimes;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.session.PythonKeeper;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Which CPython the models of Python run on, and the way to another one: the same wherever it
/// stands. Hidden, it takes no room.
public final class RuntimeButton extends Button {

    private final PythonKeeper pythons;
    private @Nullable RuntimesPane pane;
    private @Nullable Node anchor;
    private Runnable again = () -> {};

    /// One that shows what was chosen for all models.
    ///
    /// @param id for style sheets and tests
    public RuntimeButton(PythonKeeper pythons, String id) {
        this(pythons, pythons.chosenProperty(), id);
    }

    /// @param used what it shows; empty where the best one is taken
    public RuntimeButton(
            PythonKeeper pythons, ObservableValue<Optional<PythonRuntime>> used, String id) {
        this.pythons = pythons;
        setId(id);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("Choose which CPython runs the models of Python"));
        setOnAction(_ -> open());
        managedProperty().bind(visibleProperty());
        used.subscribe(now -> {
            String name = now.map(PythonRuntime::id).orElse("best");
            setText("CPython " + name);
            setAccessibleText("Runtime: CPython " + name + "; choose another one");
        });
    }

    /// For a button in a pop-over, which cannot carry another one: the pop-over goes, and the
    /// runtimes hang below another node.
    ///
    /// @param node of a window
    /// @param reopen opens the pop-over again when the runtimes are gone
    public void opensBelow(Node node, Runnable reopen) {
        anchor = node;
        again = reopen;
    }

    private void open() {
        if (pane == null) {
            pane = new RuntimesPane(pythons);
        }
        @Nullable Node below = anchor;
        if (below == null) {
            pane.show(this, () -> {});
        } else {
            getScene().getWindow().hide();
            pane.show(below, () -> FxThread.later(() -> reopen(below)));
        }
    }

    /// Not while the app ends, which hides all that is open.
    private void reopen(Node below) {
        if (below.getScene() != null && below.getScene().getWindow().isShowing()) {
            again.run();
        }
    }
}

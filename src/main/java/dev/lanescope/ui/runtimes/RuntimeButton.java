package dev.lanescope.ui.runtimes;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.ui.session.PythonKeeper;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Which CPython the models of Python run on, and the way to another one: the same wherever it
/// stands. Hidden, it takes no room.
public final class RuntimeButton extends Button {

    private final PythonKeeper pythons;
    private @Nullable RuntimesPane pane;

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

    private void open() {
        if (pane == null) {
            pane = new RuntimesPane(pythons);
        }
        pane.show(this);
    }
}

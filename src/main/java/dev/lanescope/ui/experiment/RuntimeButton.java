package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.session.SessionModel;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Which CPython the models of Python run on; seen only while one of them is chosen. All of them
/// get the same one, because only within one interpreter can they be compared.
final class RuntimeButton extends Button {

    private final SessionModel session;
    private final RuntimesTable table;
    private Optional<PythonRuntime> chosen = Optional.empty();

    RuntimeButton(SessionModel session) {
        this.session = session;
        this.table = new RuntimesTable(session.pythons(), this::choose);
        setId("runtime");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("Choose which CPython runs this model"));
        setOnAction(_ -> table.show(this));
        managedProperty().bind(visibleProperty());
        session.modelProperty().subscribe(this::shows);
    }

    private void choose(PythonRuntime runtime) {
        chosen = Optional.of(runtime);
        shows(session.modelProperty().get());
    }

    private void shows(@Nullable ConcurrencyModel model) {
        setVisible(model instanceof PythonModel);
        if (!(model instanceof PythonModel python)) {
            return;
        }
        Optional<PythonRuntime> able = chosen.filter(runtime -> python.refusal(runtime).isEmpty());
        if (chosen.isEmpty()) {
            table.findBest(best -> {
                if (chosen.isEmpty()) {
                    choose(best);
                }
            });
        } else if (!python.runtime().equals(able)) {
            FxThread.later(() -> {
                if (session.modelProperty().get().equals(python)) {
                    session.modelProperty()
                            .set(able.isPresent() ? python.on(able.get()) : python.onTheBest());
                }
            });
        }
        String name = python.runtime().map(PythonRuntime::id).orElse("best");
        setText("CPython " + name);
        setAccessibleText("Runtime: CPython " + name + "; choose another one");
    }
}

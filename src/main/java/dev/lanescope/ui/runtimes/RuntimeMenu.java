package dev.lanescope.ui.runtimes;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.ui.session.PythonKeeper;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.stage.PopupWindow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which CPython the models of Python run on, and a menu of the others: the same wherever it
/// stands. Its last item leads to the screen that tells more of them. Hidden, it takes no room.
public final class RuntimeMenu extends MenuButton {

    private final PythonKeeper pythons;

    /// One that shows what was chosen for all models.
    ///
    /// @param id for style sheets and tests
    public RuntimeMenu(PythonKeeper pythons, String id) {
        this(pythons, pythons.chosenProperty(), id);
    }

    /// @param used what it shows; empty where the best one is taken
    public RuntimeMenu(
            PythonKeeper pythons, ObservableValue<Optional<PythonRuntime>> used, String id) {
        this.pythons = pythons;
        setId(id);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("Choose which CPython runs the models of Python"));
        managedProperty().bind(visibleProperty());
        show(List.of(sentence(PythonKeeper.LOOKING)));
        setOnShowing(_ -> pythons.find(this::show, why -> show(List.of(sentence(told(why))))));
        used.subscribe(now -> {
            String name = now.map(PythonRuntime::id).orElse("best");
            setText("CPython " + name);
            setAccessibleText("Runtime: CPython " + name + "; choose another one");
        });
    }

    private static String told(Throwable why) {
        return String.valueOf(why.getMessage());
    }

    private void show(PythonKeeper.Pythons all) {
        var group = new ToggleGroup();
        List<MenuItem> items =
                all.runtimes().stream().<MenuItem>map(each -> item(each, group)).toList();
        show(items.isEmpty() ? List.of(sentence("No CPython was found.")) : items);
    }

    private RadioMenuItem item(PythonRuntime runtime, ToggleGroup group) {
        var item =
                new RadioMenuItem(
                        runtime.id()
                                + " \u2013 "
                                + runtime.build()
                                + (runtime.interpreterPool() ? "" : ", no interpreters"));
        item.setMnemonicParsing(false); // its path may have underscores
        item.setToggleGroup(group);
        item.setSelected(pythons.chosenProperty().get().filter(runtime::equals).isPresent());
        item.setOnAction(_ -> pythons.choose(runtime));
        return item;
    }

    private static MenuItem sentence(String words) {
        var item = new MenuItem(words);
        item.setDisable(true);
        return item;
    }

    private void show(List<MenuItem> items) {
        var all = new MenuItem("All runtimes\u2026");
        all.setId(getId() + "-all");
        all.setOnAction(_ -> {
            if (getScene().getWindow() instanceof PopupWindow around) {
                around.hide();
            }
            pythons.showAll();
        });
        var shown = new ArrayList<>(items);
        shown.add(new SeparatorMenuItem());
        shown.add(all);
        getItems().setAll(shown);
    }
}

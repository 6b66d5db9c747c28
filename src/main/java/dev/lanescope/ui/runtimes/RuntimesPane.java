package dev.lanescope.ui.runtimes;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.ui.kit.Windows;
import dev.lanescope.ui.session.PythonKeeper;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// What this machine has to run work on, in three views: the runtimes, which names each CPython's
/// library has, and what came when.
public final class RuntimesPane extends VBox {

    private final ObservableList<PythonRuntime> found = FXCollections.observableArrayList();
    private final SegmentedButton buttons = new SegmentedButton();
    private final ToggleGroup group = new ToggleGroup();
    private final StackPane stage = new StackPane();
    private final RuntimesTable table;
    private @Nullable PopOver popOver;

    public RuntimesPane(PythonKeeper pythons) {
        super(8);
        setId("runtimes-pane");
        getStyleClass().addAll("measure-pane", "runtimes-pane");
        table = new RuntimesTable(pythons, found, this::choose);
        var names = new NamesView(pythons, found);
        buttons.setToggleGroup(group);
        group.selectedToggleProperty()
                .subscribe((before, now) -> {
                    if (now == null && before != null) {
                        group.selectToggle(before); // one is always shown
                    }
                });
        add("Runtimes", "runtimes-show", table, () -> {});
        add("Names", "names-show", names, names::ask);
        add("What came when", "releases-show", new ReleasesView(found), () -> {});
        group.selectToggle(group.getToggles().getFirst());
        getChildren().addAll(buttons, stage);
    }

    private void add(String name, String id, Node view, Runnable whenShown) {
        var button = new ToggleButton(name);
        button.setId(id);
        button.getStyleClass().addAll("small", "text-small");
        button.setToggleGroup(group);
        buttons.getButtons().add(button);
        view.visibleProperty().bind(button.selectedProperty());
        button.selectedProperty()
                .subscribe(selected -> {
                    if (selected) {
                        whenShown.run();
                    }
                });
        stage.getChildren().add(view);
    }

    private void choose() {
        if (popOver != null) {
            popOver.hide();
        }
    }

    /// Shows it below a node.
    public void show(Node below) {
        show(below, () -> {});
    }

    /// Shows it below a node.
    ///
    /// @param whenGone told when it is hidden again
    void show(Node owner, Runnable whenGone) {
        table.find();
        if (popOver == null) {
            popOver = Windows.popOver(this, "Runtimes");
        }
        popOver.setOnHidden(_ -> whenGone.run());
        popOver.show(owner);
    }
}

package dev.lanescope.ui.runtimes;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.ui.kit.Choices;
import dev.lanescope.ui.session.PythonKeeper;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.Locale;

/// What this machine has to run work on, in three views: the runtimes, which names each CPython's
/// library has, and what came when.
public final class RuntimesScreen extends BorderPane {

    private final ObservableList<PythonRuntime> found = FXCollections.observableArrayList();
    private final ObjectProperty<RuntimeView> view =
            new SimpleObjectProperty<>(RuntimeView.RUNTIMES);
    private final StackPane stage = new StackPane();
    private final RuntimesList list;

    public RuntimesScreen(PythonKeeper pythons) {
        setId("runtimes");
        setMinWidth(480);
        getStyleClass().add("panel");
        list = new RuntimesList(pythons, found);
        var names = new NamesView(pythons, found);
        add(RuntimeView.RUNTIMES, list);
        add(RuntimeView.NAMES, names);
        add(RuntimeView.RELEASES, new ReleasesView(found));
        view.subscribe(now -> {
            if (now == RuntimeView.NAMES) {
                names.ask();
            }
        });
        stage.getStyleClass().add("runtimes-stage");
        setTop(head());
        setCenter(stage);
    }

    private HBox head() {
        var title = new Label("Runtimes");
        title.getStyleClass().add("text-small-strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var choice = new Choices<>("runtimes-view", view);
        for (RuntimeView each : RuntimeView.values()) {
            choice.add(each, each.name().toLowerCase(Locale.ROOT), each.title(), each.sentence());
        }
        var what = new Label();
        what.textProperty().bind(view.map(RuntimeView::sentence));
        what.getStyleClass().addAll("text-small", "text-muted");
        what.setMinWidth(0);
        var head = new HBox(title, choice, what);
        head.getStyleClass().add("panel-head");
        return head;
    }

    private void add(RuntimeView which, Node pane) {
        pane.visibleProperty().bind(view.isEqualTo(which));
        stage.getChildren().add(pane);
    }

    /// Told when people look here: then it looks what there is now.
    public void setShown(boolean shown) {
        if (shown) {
            list.find();
        }
    }
}

package dev.lanescope.ui.runs;

import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.LivePulse;
import dev.lanescope.ui.session.ChosenRuns;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.session.SessionModel;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;

/// All runs of the session, newest first; the one that is going on stands above them. Clicking a
/// run shows it again.
public final class RunsRail extends VBox {

    private final ListView<RunRecord> list = new ListView<>();

    /// @param chosen the runs that are compared
    public RunsRail(
            SessionModel session,
            ChosenRuns chosen,
            LivePulse pulse,
            Appearance appearance,
            RunActions actions) {
        getStyleClass().addAll("panel", "line-right");
        setMinWidth(232);
        setPrefWidth(232);

        var title = new Label("Runs");
        title.getStyleClass().add("text-small-strong");
        var count = new Label();
        count.getStyleClass().addAll("text-small", "text-muted");
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> subtitle(session),
                                session.runs(),
                                session.contentProperty()));
        var head = new HBox(title, count);
        head.getStyleClass().add("panel-head");

        var hint =
                new Label(
                        "No runs yet.\n\nChoose a model and a number of workers, then press Run:"
                                + " every worker becomes a lane.");
        hint.setWrapText(true);
        hint.getStyleClass().add("text-muted");
        var empty = new VBox(Icons.LAYERS.node(), hint);
        empty.getStyleClass().add("empty-state");

        list.setId("runs");
        list.setAccessibleText("Runs so far");
        list.getStyleClass().add("runs");
        list.setItems(session.runs());
        list.setCellFactory(_ -> new RunCell(session, chosen, appearance, actions));
        list.setPlaceholder(new StackPane());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(record -> {
                    if (record != null) {
                        session.show(record);
                    }
                });
        list.setOnKeyPressed(key -> {
            var selected = list.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.DELETE && selected != null) {
                session.delete(selected);
            }
        });
        session.runs().subscribe(list::refresh);
        chosen.property().subscribe(_ -> list.refresh());
        session.shownProperty()
                .subscribe(shown ->
                        shown.ifPresentOrElse(
                                list.getSelectionModel()::select,
                                list.getSelectionModel()::clearSelection));

        var nothing =
                Bindings.createBooleanBinding(
                        () -> session.runs().isEmpty() && !session.isRunning(),
                        session.runs(),
                        session.activeProperty());
        empty.visibleProperty().bind(nothing);
        var stack = new StackPane(list, empty);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren()
                .addAll(
                        head,
                        new LiveCard(session, pulse),
                        new OpeningCard(session.opener()),
                        stack,
                        foot(actions));
    }

    private static HBox foot(RunActions actions) {
        var open = new Button("Open a trace …", Icons.IMPORT.node());
        open.setId("open-trace");
        open.setTooltip(
                new Tooltip(
                        "A saved run, or a file of Chrome's tracing, JFR or speedscope;"
                                + " it may also be dropped here"));
        open.setOnAction(_ -> actions.openTrace());
        open.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(open, Priority.ALWAYS);
        var foot = new HBox(open);
        foot.getStyleClass().add("section");
        return foot;
    }

    /// How many runs, and of what: of several contents the number tells, not one of their names.
    private static String subtitle(SessionModel session) {
        List<String> contents =
                session.runs().stream()
                        .map(run -> run.trace().info().content())
                        .distinct()
                        .toList();
        String of =
                switch (contents.size()) {
                    case 0 ->
                            session.contentProperty().get() instanceof Content.Ready(var site)
                                    ? " · " + site.name()
                                    : "";
                    case 1 -> " · " + contents.getFirst();
                    default -> " of " + contents.size() + " folders";
                };
        return session.runs().size() + of;
    }
}

package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.scaling.Sweep;
import dev.lanescope.study.whatif.Ledger;
import dev.lanescope.ui.findings.ExportButton;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.ChosenRuns;
import dev.lanescope.ui.session.Handout;
import dev.lanescope.ui.session.SessionModel;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// How the ticked runs scale: speed-up over workers with the laws that describe it, the same in
/// figures, and what can be said of it. Without a sweep it says what to do.
public final class ScalingScreen extends StackPane {

    private static final double PANEL = 320;
    private static final double NARROW_PANEL = 264;
    private static final double WIDE = 900;

    private final ScrollPane side;

    /// @param onExport told as which file what is shown is wanted
    public ScalingScreen(
            SessionModel session,
            ChosenRuns chosen,
            ScalingModel model,
            Appearance appearance,
            Background background,
            Ledger ledger,
            Consumer<Handout.Kind> onExport) {
        setId("scaling");
        setMinWidth(480);
        var asking = new WhatIfModel(session, model, background, ledger);
        var plot = new ScalingPlot(model, asking, appearance);
        VBox.setVgrow(plot, Priority.ALWAYS);
        var curve = new VBox(plot, new ScalingTable(model));
        var grid = new GridView(model.grid(), appearance);
        var pictures = new StackPane(curve, grid);
        VBox.setVgrow(pictures, Priority.ALWAYS);
        model.grid()
                .shownProperty()
                .subscribe(shown -> {
                    curve.setVisible(!shown);
                    grid.setVisible(shown);
                });
        var middle =
                new VBox(
                        head(
                                new SweepButton(session, chosen, model, "sweep"),
                                new ExportButton("scaling-export", onExport),
                                model),
                        new Doubts(model),
                        pictures,
                        new LowerPane(
                                new LedgerTable(asking, appearance),
                                new RulesTable(session, model)));
        middle.getStyleClass().add("panel");
        side = new ScrollPane(side(model, appearance, new WhatIfPane(asking)));
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().addAll("panel", "line-left", "edge-to-edge");
        var all = new BorderPane(middle);
        all.setRight(side);
        var empty = new Empty(new SweepButton(session, chosen, model, "sweep-first"));
        getChildren().addAll(all, empty);
        model.toldProperty()
                .subscribe(told -> {
                    all.setVisible(told.isPresent());
                    empty.setVisible(told.isEmpty());
                });
        model.scaledProperty().subscribe(empty::show);
    }

    @Override
    protected void layoutChildren() {
        side.setPrefWidth(getWidth() < WIDE ? NARROW_PANEL : PANEL);
        super.layoutChildren();
    }

    private static HBox head(SweepButton sweep, ExportButton export, ScalingModel model) {
        var title = new Label();
        model.grid()
                .shownProperty()
                .subscribe(grid ->
                        title.setText(
                                grid
                                        ? "Median time by "
                                                + model.grid().words()
                                                + " and threads in each"
                                        : "Speed-up by workers"));
        title.getStyleClass().add("text-small-strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var told = new ComboBox<String>();
        told.setId("swept-model");
        told.setAccessibleText("The model that is told of");
        told.setMinWidth(0);
        told.managedProperty().bind(told.visibleProperty());
        model.toldProperty()
                .subscribe(now -> {
                    List<Sweep> all =
                            model.scaledProperty().get().map(Scaled::sweeps).orElse(List.of());
                    told.setOnAction(null);
                    told.getItems().setAll(all.stream().map(Sweep::title).toList());
                    told.setVisible(all.size() > 1 && !model.grid().isShown());
                    told.setValue(now.map(Sweep::title).orElse(null));
                    told.setOnAction(_ ->
                            all.stream()
                                    .filter(each -> each.title().equals(told.getValue()))
                                    .findFirst()
                                    .ifPresent(each -> model.tell(each.title())));
                });
        model.grid()
                .shownProperty()
                .subscribe(grid -> told.setVisible(!grid && told.getItems().size() > 1));
        var what = new Label("whiskers and bands: 95 %");
        what.getStyleClass().addAll("text-small", "text-muted");
        what.setMinWidth(0);
        what.visibleProperty().bind(model.grid().shownProperty().not());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var kinds = new GridSwitch(model.grid());
        var head = new HBox(title, told, what, space, kinds, export, sweep);
        head.getStyleClass().addAll("panel-head", "compare-head");
        return head;
    }

    private static VBox side(ScalingModel model, Appearance appearance, WhatIfPane whatIf) {
        var name = new Label("Serial part by Karp and Flatt");
        name.getStyleClass().add("text-small-strong");
        var means =
                new Label(
                        "If it stays as it is with more workers, work truly is serial. If it grows,"
                                + " workers cost each other; if it falls, a cost at the start is"
                                + " outgrown.");
        means.getStyleClass().addAll("text-small", "text-muted");
        means.setWrapText(true);
        means.setMinHeight(Region.USE_PREF_SIZE);
        var serial = new VBox(name, new SerialPlot(model, appearance), means);
        serial.getStyleClass().add("section");
        return new VBox(new LawPanel(model), whatIf, serial);
    }

    /// What stands here without a sweep: what to do, or why nothing can be said.
    private static final class Empty extends VBox {
        private final Label how = new Label();

        Empty(Node button) {
            var what = new Label("Run a model with several numbers of workers");
            what.getStyleClass().add("text-title");
            how.getStyleClass().add("text-muted");
            how.setWrapText(true);
            how.setMaxWidth(560);
            getChildren().addAll(Icons.LAYERS.node(), what, how, button);
            getStyleClass().add("empty-state");
            setId("scaling-empty");
            setAlignment(Pos.CENTER);
            show(Optional.empty());
        }

        void show(Optional<Scaled> scaled) {
            String against = scaled.map(now -> String.join(" ", now.objections())).orElse("");
            how.setText(
                    against.isEmpty()
                            ? "Sweep the workers: the same pages, one model, ever more workers,"
                                    + " several times each. Or tick runs on the left that differ in"
                                    + " their workers. From six runs with four numbers of workers"
                                    + " on, a law is fitted."
                            : "Nothing can be said of the ticked runs. " + against);
        }
    }
}

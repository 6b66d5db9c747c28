package dev.lanescope.ui.kit;

import static dev.lanescope.ui.kit.Gallery.box;
import static dev.lanescope.ui.kit.Gallery.grow;
import static dev.lanescope.ui.kit.Gallery.iconButton;
import static dev.lanescope.ui.kit.Gallery.row;
import static dev.lanescope.ui.kit.Gallery.styled;
import static dev.lanescope.ui.kit.Gallery.text;

import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Map;

/// The two sides of the [Gallery]: run cards on the left, an inspector on the right.
final class GalleryRuns {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass HOVER = PseudoClass.getPseudoClass("hover");

    private GalleryRuns() {}

    static Node rail() {
        HBox head =
                box(
                        "panel-head",
                        text("Runs", TextRole.SMALL_STRONG),
                        styled(new Label("7 · rust-book"), "text-muted", "text-small"),
                        grow(),
                        iconButton(Icons.FILTER));
        VBox panel = styled(new VBox(head), "panel", "line-right");
        Map<String, String> cards =
                Map.of(
                        "fixed-pool", "accent",
                        "virtual-threads", "ok",
                        "processes", "warn",
                        "gil", "bad",
                        "sequential", "");
        ModelLook.HUES.stream()
                .filter(cards::containsKey)
                .forEach(id -> panel.getChildren().add(card(id, cards.getOrDefault(id, ""))));
        ListView<String> list = styled(new ListView<>(), "runs");
        list.setItems(FXCollections.observableArrayList("work-stealing", "event-loop", "strange"));
        list.setCellFactory(view ->
                new ListCell<>() {
                    @Override
                    protected void updateItem(String item, boolean empty) {
                        super.updateItem(item, empty);
                        setGraphic(empty ? null : cardContent(item, "ok"));
                    }
                });
        list.getSelectionModel().select(1);
        VBox.setVgrow(list, Priority.ALWAYS);
        Button compare = new Button("Compare 4 runs");
        compare.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(compare, Priority.ALWAYS);
        panel.getChildren().addAll(list, box("panel-foot", compare, new Button("Import…")));
        panel.setPrefWidth(232);
        return panel;
    }

    private static Node card(String id, String badge) {
        VBox card = styled(new VBox(cardContent(id, badge)), "run-card");
        card.pseudoClassStateChanged(SELECTED, id.equals("fixed-pool"));
        card.pseudoClassStateChanged(HOVER, id.equals("virtual-threads"));
        return card;
    }

    private static VBox cardContent(String id, String badge) {
        CheckBox box = new CheckBox();
        box.setSelected(!badge.equals("bad"));
        HBox first =
                row(
                        ModelLook.of(id).node(12, id.equals("gil")),
                        text(id, TextRole.STRONG),
                        styled(new Label("×8"), "num", "text-muted"),
                        grow(),
                        box);
        Label factor = styled(new Label(badge.isEmpty() ? "baseline" : "5.61×"), "badge", "num");
        factor.getStyleClass().add(badge);
        HBox second =
                row(
                        text("583 ms", TextRole.NUM),
                        styled(new Label("192 p/s"), "num", "text-muted"),
                        grow(),
                        factor);
        return new VBox(4, first, second);
    }

    static Node inspector(Palette palette) {
        HBox head =
                box(
                        "panel-head",
                        text("Inspector", TextRole.SMALL_STRONG),
                        grow(),
                        styled(new Label("span 1 of 59"), "text-muted", "text-small"),
                        styled(new Label(","), "kbd", "num-small"),
                        styled(new Label("."), "kbd", "num-small"));
        GridPane grid = styled(new GridPane(), "key-values");
        String[] rows = {
            "Worker", "6", "Start", "389.723 ms", "CPU time", "13.22 ms", "Allocated", "417 KB"
        };
        for (int i = 0; i < rows.length; i += 2) {
            grid.add(styled(new Label(rows[i]), "key", "text-small"), 0, i);
            grid.add(styled(new Label(rows[i + 1]), "value", "num"), 1, i);
        }
        Label name = text("template", TextRole.HEADING);
        name.setGraphic(Swatch.stage(palette, "template"));
        VBox span = styled(new VBox(name, grid), "section");
        HBox stats = new HBox(24);
        for (String key : List.of("n", "total", "mean", "max")) {
            stats.getChildren()
                    .add(
                            styled(
                                    new VBox(
                                            styled(new Label(key), "key", "text-axis"),
                                            text("48.5", TextRole.NUM_STRONG)),
                                    "stat"));
        }
        VBox second =
                styled(new VBox(text("template in view", TextRole.SMALL_STRONG), stats), "section");
        VBox card =
                styled(
                        new VBox(
                                row(
                                        ModelLook.of("fixed-pool").node(10, false),
                                        styled(new Label("this run"), "text-small"),
                                        text("167 p/s", TextRole.NUM_STRONG))),
                        "plot-card");
        VBox panel =
                styled(
                        new VBox(head, span, second, styled(new VBox(card), "section")),
                        "panel",
                        "line-left");
        panel.setPrefWidth(288);
        return panel;
    }
}

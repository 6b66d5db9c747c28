package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.explain.Remedy;
import dev.lanescope.ui.findings.CureButton;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.ModelLook;
import dev.lanescope.ui.session.Cure;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// What held the compared runs up, in words: each with its places on the lanes, what to change, and
/// a button that runs exactly that.
final class FindingList extends ListView<Explained.Told> {

    private final CompareModel model;
    private final Cure cure;

    FindingList(CompareModel model, Cure cure) {
        this.model = model;
        this.cure = cure;
        setId("findings");
        setAccessibleText("What held the runs up");
        setPlaceholder(new Label("Nothing that is known to hold runs up was found in these."));
        setMinSize(80, 40);
        setCellFactory(_ -> new Cell());
        setOnKeyPressed(key -> {
            Explained.Told told = getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && told != null) {
                model.show(told.entrant(), told.finding());
            }
        });
        model.figures()
                .explainedProperty()
                .subscribe(now ->
                        getItems()
                                .setAll(now.map(Explained::findings).orElse(java.util.List.of())));
    }

    private final class Cell extends ListCell<Explained.Told> {

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Explained.@Nullable Told told, boolean empty) {
            super.updateItem(told, empty);
            setText(null);
            setGraphic(empty || told == null ? null : card(told));
            setAccessibleText(
                    empty || told == null
                            ? null
                            : told.entrant().title() + ": " + told.finding().sentence());
        }
    }

    private Node card(Explained.Told told) {
        Remedy remedy = told.finding().remedy();
        var share = new Label(Amounts.percent(told.finding().share()));
        share.getStyleClass().add("num-strong");
        share.setMinWidth(48);
        share.setTooltip(new Tooltip("Of all lane time"));
        var mark = ModelLook.of(told.entrant().info().model()).node(10, told.entrant().isSecond());
        var sentence = new Label(told.finding().sentence());
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        var advice = new Label(remedy.sentence());
        advice.getStyleClass().addAll("text-small", "text-muted");
        advice.setWrapText(true);
        advice.setMinWidth(0);
        var words = new VBox(1, sentence, advice);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(8, mark, share, words, showButton(told));
        if (remedy.isSetting()) {
            Entrant entrant = told.entrant();
            row.getChildren().add(new CureButton(cure, entrant.record(), remedy, entrant.title()));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button showButton(Explained.Told told) {
        var show = new Button("Show", Icons.SHOW.node());
        show.getStyleClass().addAll("small", "show-finding");
        show.setMinWidth(USE_PREF_SIZE);
        show.setAccessibleText("Show where: " + told.finding().sentence());
        show.setTooltip(new Tooltip("Show where on the lanes; again for the next place"));
        show.setOnAction(_ -> model.show(told.entrant(), told.finding()));
        return show;
    }
}

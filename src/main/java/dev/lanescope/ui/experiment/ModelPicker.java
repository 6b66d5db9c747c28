package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.ui.kit.ModelLook;
import dev.lanescope.ui.session.SessionModel;

import javafx.geometry.Insets;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Skin;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// The concurrency models: glyph and name when closed, with when-to-use and catch when open.
final class ModelPicker extends ComboBox<ConcurrencyModel> {

    private static final double SENTENCE_WIDTH = 590;
    private static final double ROW_HEIGHT = 60;
    private static final int MOST_ROWS = 9;

    ModelPicker(SessionModel session) {
        setId("model");
        setAccessibleText("Concurrency model");
        setPrefWidth(190);
        setVisibleRowCount(MOST_ROWS);
        getItems().setAll(Models.selectable());
        valueProperty().bindBidirectional(session.modelProperty());
        setCellFactory(_ -> new Choice());
        setButtonCell(new Chosen());
        skinProperty().subscribe(ModelPicker::sizeRows);
        valueProperty()
                .subscribe(model -> {
                    keep(model);
                    setTooltip(new Tooltip(model.whenToUse() + "\n" + model.itsCatch()));
                });
    }

    /// A model may come back on another runtime; it takes the place of itself.
    private void keep(ConcurrencyModel model) {
        for (int at = 0; at < getItems().size(); at++) {
            ConcurrencyModel there = getItems().get(at);
            if (there.id().equals(model.id()) && !there.equals(model)) {
                getItems().set(at, model);
                getSelectionModel().select(at);
            }
        }
    }

    /// Before it has made its rows, the list would guess how high they are, and open elsewhere.
    private static void sizeRows(@Nullable Skin<?> skin) {
        if (skin instanceof ComboBoxListViewSkin<?> made
                && made.getPopupContent() instanceof ListView<?> list) {
            list.setFixedCellSize(ROW_HEIGHT);
        }
    }

    private static HBox title(ConcurrencyModel model) {
        var name = new Label(model.title());
        name.getStyleClass().add("text-strong");
        var row = new HBox(ModelLook.of(model.id()).node(12, false), name);
        row.getStyleClass().add("row");
        return row;
    }

    private static final class Chosen extends ListCell<ConcurrencyModel> {
        @Override
        protected void updateItem(@Nullable ConcurrencyModel model, boolean empty) {
            super.updateItem(model, empty);
            setGraphic(empty || model == null ? null : title(model));
        }
    }

    private static final class Choice extends ListCell<ConcurrencyModel> {
        @Override
        protected void updateItem(@Nullable ConcurrencyModel model, boolean empty) {
            super.updateItem(model, empty);
            if (empty || model == null) {
                setGraphic(null);
                return;
            }
            var box = new VBox(2, title(model), line(model.whenToUse()), line(model.itsCatch()));
            box.setPadding(new Insets(6, 0, 6, 0));
            setGraphic(box);
        }

        private static Label line(String text) {
            var label = new Label(text);
            label.getStyleClass().addAll("text-small", "text-muted");
            label.setWrapText(true);
            label.setPrefWidth(SENTENCE_WIDTH);
            label.setMinHeight(USE_PREF_SIZE);
            return label;
        }
    }
}

package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.code.CodeShelf;
import dev.lanescope.concurrency.code.ModelCode;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.ModelLook;
import dev.lanescope.ui.kit.Windows;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// How models are made: the figures of all of them, and the source of one or of two side by side.
final class CodeSheet extends VBox {

    private static final double WIDTH = 1040;
    private static final double TABLE = 176;
    private static final double LEAST = 420;
    private static final double MOST = 720;

    /// What stands above and below it in a window.
    private static final double AROUND = 150;

    private final Background background;
    private final TableView<ModelCode> table = new TableView<>();
    private final Label says = new Label("Reading the source\u2026");
    private final CodeSide left = new CodeSide("left");
    private final CodeSide right = new CodeSide("right");
    private String wanted = "";
    private boolean asked;
    private @Nullable PopOver popOver;

    CodeSheet(Background background) {
        super(8);
        this.background = background;
        setId("code-sheet");
        setPrefWidth(WIDTH);
        says.setId("code-says");
        says.setWrapText(true);
        says.getStyleClass().addAll("text-small", "text-muted");
        table.setId("code-models");
        table.getStyleClass().add("tight");
        table.setAccessibleText("Models and what they are made of");
        table.setFixedCellSize(22);
        table.setPrefHeight(TABLE);
        table.setMinHeight(TABLE);
        table.setPlaceholder(new Label(""));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        column("Model", 210, false, code -> code.model().title())
                .setCellFactory(_ -> new GlyphCell());
        column("Own files", 90, true, code -> String.valueOf(code.own().size()));
        column("Lines of code", 110, true, code -> String.valueOf(code.lines()));
        column("States", 80, true, code -> String.valueOf(code.states()));
        column("Failure paths", 110, true, code -> String.valueOf(code.failurePaths()));
        column("Common files", 110, true, code -> String.valueOf(code.common().size()));
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<ModelCode>) _ -> showSides());
        var sides = new HBox(10, left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        VBox.setVgrow(sides, Priority.ALWAYS);
        getChildren().addAll(says, table, sides);
        showSides();
    }

    private TableColumn<ModelCode, String> column(
            String head, double width, boolean number, Function<ModelCode, String> words) {
        var column = new TableColumn<ModelCode, String>(head);
        column.setPrefWidth(width);
        column.setSortable(false);
        if (number) {
            column.getStyleClass().add("number");
        }
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        table.getColumns().add(column);
        return column;
    }

    private static final class GlyphCell extends TableCell<ModelCode, String> {
        @Override
        protected void updateItem(@Nullable String title, boolean empty) {
            super.updateItem(title, empty);
            ModelCode code = getTableRow() == null ? null : getTableRow().getItem();
            setText(empty ? null : title);
            setGraphic(
                    empty || code == null ? null : ModelLook.of(code.model().id()).node(10, false));
        }
    }

    /// Shows the source of a model, and that of another one beside it if two are chosen.
    void show(ConcurrencyModel model, Node owner) {
        wanted = model.id();
        PopOver ready = popOver == null ? Windows.popOver(this, "How models are made") : popOver;
        popOver = ready;
        fixHeight(Math.clamp(owner.getScene().getHeight() - AROUND, LEAST, MOST));
        ready.show(owner);
        if (asked) {
            choose();
        } else {
            asked = true;
            var _ = background.run("read source", CodeSheet::readAll, this::take, this::failed);
        }
    }

    /// A pop-over that grows while it is shown can hang in its own layout.
    private void fixHeight(double height) {
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private static List<ModelCode> readAll() throws Exception {
        var shelf = new CodeShelf();
        var all = new ArrayList<ModelCode>();
        for (ConcurrencyModel model : Models.all()) {
            all.add(shelf.of(model));
        }
        return all;
    }

    private void take(List<ModelCode> all) {
        says.setText(
                "Choose one model, or two with Ctrl, to read its source as it was compiled. States are"
                        + " fields that change: not final, or a lock, queue, latch or atomic value."
                        + " Failure paths are catch and throw. Common files, which all models share,"
                        + " are not counted.");
        table.getItems().setAll(all);
        choose();
    }

    private void failed(Throwable why) {
        asked = false; // so that it is tried again
        says.setText(String.valueOf(why.getMessage()));
    }

    private void choose() {
        for (int row = 0; row < table.getItems().size(); row++) {
            if (table.getItems().get(row).model().id().equals(wanted)) {
                table.getSelectionModel().clearAndSelect(row);
                table.scrollTo(row);
            }
        }
    }

    private void showSides() {
        List<ModelCode> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
        left.show(chosen.isEmpty() ? null : chosen.getFirst());
        right.show(chosen.size() < 2 ? null : chosen.get(1));
    }
}

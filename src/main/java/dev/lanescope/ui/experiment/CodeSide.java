package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.code.ModelCode;
import dev.lanescope.concurrency.code.SourceFile;
import dev.lanescope.ui.kit.ModelLook;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// One model's files, and the text of the one that is chosen with its SHA-256.
final class CodeSide extends VBox {

    private static final double FILES = 118;

    private final Label title = new Label();
    private final TableView<SourceFile> files = new TableView<>();
    private final TextArea text = new TextArea();
    private final TextField hash = new TextField();

    /// @param side for style sheets and tests
    CodeSide(String side) {
        super(4);
        setId("code-" + side);
        setMinWidth(0);
        managedProperty().bind(visibleProperty());
        title.getStyleClass().add("text-small-strong");
        files.setId("code-files-" + side);
        files.getStyleClass().add("tight");
        files.setAccessibleText("Files");
        files.setFixedCellSize(22);
        files.setPrefHeight(FILES);
        files.setMinHeight(FILES);
        column("File", 230, false, SourceFile::shortPath);
        column("Lines", 56, true, file -> String.valueOf(file.lines()));
        column("States", 60, true, file -> String.valueOf(file.states()));
        column("Failure paths", 96, true, file -> String.valueOf(file.failurePaths()));
        text.setId("code-text-" + side);
        text.setEditable(false);
        text.getStyleClass().add("num");
        text.setAccessibleText("Source");
        hash.setId("code-hash-" + side);
        hash.setEditable(false);
        hash.getStyleClass().add("num-small");
        hash.setAccessibleText("SHA-256 of the file");
        VBox.setVgrow(text, Priority.ALWAYS);
        getChildren().addAll(title, files, text, hash);
        files.getSelectionModel().selectedItemProperty().subscribe(this::showFile);
    }

    private void column(
            String head, double width, boolean number, Function<SourceFile, String> words) {
        var column = new TableColumn<SourceFile, String>(head);
        column.setPrefWidth(width);
        column.setSortable(false);
        if (number) {
            column.getStyleClass().add("number");
        }
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        files.getColumns().add(column);
    }

    /// @param code nothing if there is no model on this side
    void show(@Nullable ModelCode code) {
        setVisible(code != null);
        if (code == null) {
            files.getItems().clear();
            return;
        }
        title.setText(code.model().title());
        title.setGraphic(ModelLook.of(code.model().id()).node(11, false));
        files.getItems().setAll(code.own());
        files.getSelectionModel().selectFirst();
    }

    private void showFile(@Nullable SourceFile file) {
        text.setText(file == null ? "" : file.text());
        text.setScrollTop(0);
        hash.setText(file == null ? "" : "SHA-256 " + file.sha256());
    }
}

package dev.lanescope.ui;

import dev.lanescope.recording.PageFailure;
import dev.lanescope.ui.kit.Windows;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.controlsfx.control.PopOver;

import java.util.List;

/// The pages that failed: which, in which stage, on which line, and why.
final class FailureList {

    private final TableView<PageFailure> table = new TableView<>();

    FailureList(List<PageFailure> failures) {
        table.setId("failures");
        table.setPrefSize(760, 280);
        table.getItems().setAll(failures);
        column("Page", 200, PageFailure::page);
        column("Line", 50, failure -> failure.line() == 0 ? "" : "" + failure.line());
        column("Stage", 90, PageFailure::stage);
        column("Cause", 400, PageFailure::cause);
    }

    private void column(
            String title, double width, java.util.function.Function<PageFailure, String> value) {
        var column = new TableColumn<PageFailure, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        table.getColumns().add(column);
    }

    void show(Node owner) {
        var popOver = Windows.popOver(table);
        popOver.setTitle("Pages that failed");
        popOver.setHeaderAlwaysVisible(true);
        popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
        popOver.setAnimated(false);
        popOver.show(owner);
    }
}

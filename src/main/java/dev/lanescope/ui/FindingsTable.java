package dev.lanescope.ui;

import dev.lanescope.pipeline.links.BrokenLink;
import dev.lanescope.recording.PageFailure;
import dev.lanescope.ui.kit.Windows;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.controlsfx.control.PopOver;

import java.util.List;
import java.util.function.Function;

/// What a run has found wrong with the content, row by row, in a window of its own.
///
/// @param <T> what a row is
final class FindingsTable<T> {

    private final String title;
    private final TableView<T> table = new TableView<>();

    private FindingsTable(String title, String id, List<T> findings) {
        this.title = title;
        table.setId(id);
        table.setPrefSize(760, 280);
        table.getItems().setAll(findings);
    }

    /// The pages that failed: which, in which stage, on which line, and why.
    static FindingsTable<PageFailure> of(List<PageFailure> failures) {
        return new FindingsTable<>("Pages that failed", "failures", failures)
                .column("Page", 200, PageFailure::page)
                .column("Line", 50, failure -> line(failure.line()))
                .column("Stage", 90, PageFailure::stage)
                .column("Cause", 400, PageFailure::cause);
    }

    /// The links that lead nowhere: from where, to where, and why not.
    static FindingsTable<BrokenLink> ofLinks(List<BrokenLink> links) {
        return new FindingsTable<>("Links that lead nowhere", "broken-links", links)
                .column("Page", 220, BrokenLink::source)
                .column("Line", 50, link -> line(link.line()))
                .column("Link", 220, BrokenLink::destination)
                .column("Why", 250, BrokenLink::why);
    }

    private static String line(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }

    private FindingsTable<T> column(String head, double width, Function<T, String> value) {
        var column = new TableColumn<T, String>(head);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        table.getColumns().add(column);
        return this;
    }

    void show(Node owner) {
        var popOver = Windows.popOver(table);
        popOver.setTitle(title);
        popOver.setHeaderAlwaysVisible(true);
        popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
        popOver.setAnimated(false);
        popOver.show(owner);
    }
}

package dev.lanescope.ui.runtimes;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.releases.Release;
import dev.lanescope.ui.kit.CopyButtons;
import dev.lanescope.ui.kit.CopyTable;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// What came when: the releases of CPython and of the JDK on one axis, and the same as a table.
/// Those that are here stand out.
final class ReleasesView extends VBox {

    private final ObservableList<PythonRuntime> found;
    private final ReleasesStrip strip = new ReleasesStrip();
    private final TableView<Release> table = new TableView<>();

    /// @param found the CPythons that are here
    ReleasesView(ObservableList<PythonRuntime> found) {
        super(8);
        this.found = found;
        table.setId("releases-table");
        table.setAccessibleText("Releases of CPython and the JDK, and what they brought");
        VBox.setVgrow(table, Priority.ALWAYS);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        fixed(column("When", 84, release -> release.when().toString()));
        fixed(column("Release", 108, Release::title));
        column("Here", 140, this::here).setMaxWidth(260);
        column("What it brought", 610, Release::brought);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row = new HBox(space, new CopyButtons("the releases", this::copied));
        row.getStyleClass().add("row");
        getChildren().addAll(strip, table, row);
        found.subscribe(this::show);
        show();
    }

    private String here(Release release) {
        return release.here(Runtime.version().feature(), found);
    }

    private void show() {
        strip.show(Release.all(), this::here);
        table.getItems().setAll(Release.all());
        table.scrollTo(table.getItems().size() - 1);
    }

    private static void fixed(TableColumn<Release, String> column) {
        column.setMinWidth(column.getPrefWidth());
        column.setMaxWidth(column.getPrefWidth());
    }

    private TableColumn<Release, String> column(
            String head, double width, Function<Release, String> says) {
        var column = new TableColumn<Release, String>(head);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(says.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setCellFactory(_ -> new Wrapped(column));
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }

    /// Says all of it, in as many lines as that takes.
    private static final class Wrapped extends TableCell<Release, String> {

        private static final double BESIDE = 26; // what stands left and right of the words
        private static final double ABOVE = 12;

        private final Label words = new Label();

        Wrapped(TableColumn<Release, String> column) {
            words.setWrapText(true);
            words.prefWidthProperty().bind(column.widthProperty().subtract(BESIDE));
        }

        @Override
        protected double computePrefHeight(double width) {
            return words.prefHeight(words.getPrefWidth()) + ABOVE;
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            words.setText(empty ? null : item);
            setGraphic(empty ? null : words);
        }
    }

    private CopyTable copied() {
        return new CopyTable(
                List.of("when", "release", "what it brought", "here"),
                table.getItems().stream()
                        .map(each ->
                                List.of(
                                        each.when().toString(),
                                        each.title(),
                                        each.brought(),
                                        here(each)))
                        .toList());
    }
}

package dev.lanescope.ui.runtimes;

import dev.lanescope.concurrency.cpython.runtime.Names;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.RuntimeNames;
import dev.lanescope.ui.kit.CopyButtons;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.session.PythonKeeper;
import dev.lanescope.ui.session.Sentence;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which CPython has which names of its library, as each says itself: a row for each name, a column
/// for each runtime. They are asked when the view is looked at, and not again while they are the
/// same and all have answered.
final class NamesView extends VBox {

    private static final String METHODS = "multiprocessing starts by";
    private static final double PER_LETTER = 5.7;
    private static final double BESIDE = 26;

    /// A row: a name, and what each runtime says to it.
    private record Row(String name, List<String> cells) {}

    private final PythonKeeper pythons;
    private final ObservableList<PythonRuntime> found;
    private final TableView<Row> table = new TableView<>();
    private final Label state = new Label();
    private List<PythonRuntime> asked = List.of();

    /// @param found what there is to ask
    NamesView(PythonKeeper pythons, ObservableList<PythonRuntime> found) {
        super(8);
        this.pythons = pythons;
        this.found = found;
        table.setId("names-table");
        table.setAccessibleText("Which CPython has which names of its library");
        table.setPlaceholder(new Label("Nothing was asked yet."));
        VBox.setVgrow(table, Priority.ALWAYS);
        state.setId("names-state");
        state.getStyleClass().addAll("text-small", "text-muted");
        state.setWrapText(true);
        HBox.setHgrow(state, Priority.ALWAYS);
        state.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(state, new CopyButtons("the names", this::copied));
        row.getStyleClass().add("row");
        getChildren().addAll(table, row);
        found.subscribe(() -> {
            if (isVisible()) {
                ask();
            }
        });
    }

    /// Asks those that are there now, unless they have been asked.
    void ask() {
        List<PythonRuntime> now = List.copyOf(found);
        if (now.isEmpty() || now.equals(asked)) {
            return;
        }
        asked = now;
        state.setText(
                "Asking each for the names by which the GIL, pools and interpreters are"
                        + " reached\u2026");
        pythons.askNames(
                now,
                names -> {
                    if (now.equals(asked)) {
                        show(names);
                        if (!names.leftOut().isEmpty()) {
                            asked = List.of(); // or they would never be asked again
                        }
                    }
                },
                why -> {
                    if (now.equals(asked)) {
                        asked = List.of();
                        state.setText(Sentence.begun(String.valueOf(why.getMessage())));
                    }
                });
    }

    private void show(RuntimeNames names) {
        table.getColumns().clear();
        column("Name", Row::name);
        int at = 0;
        for (String id : names.each().keySet()) {
            int cell = at++;
            column(id, row -> row.cells().get(cell));
        }
        List<Row> rows = new ArrayList<>();
        for (String name : names.names()) {
            rows.add(row(name, names, each -> each.has().getOrDefault(name, false) ? "yes" : "-"));
        }
        rows.add(row(METHODS, names, Names::startsBy));
        for (TableColumn<Row, ?> column : table.getColumns()) {
            column.setPrefWidth(widest(column.getText(), rows.stream().map(column::getCellData)));
        }
        state.setText(
                names.leftOut().isEmpty()
                        ? "Each was looked up now, none concluded from a version; some are names"
                                + " that only books know."
                        : String.join(" ", names.leftOut()));
        table.getItems().setAll(rows);
    }

    private static Row row(String head, RuntimeNames names, Function<Names, String> cell) {
        return new Row(head, names.each().values().stream().map(cell).toList());
    }

    /// As wide as what stands in it: the fewer of them have to be scrolled for, the better.
    private static double widest(String head, Stream<?> cells) {
        int letters =
                Stream.concat(Stream.of(head), cells)
                        .mapToInt(each -> String.valueOf(each).length())
                        .max()
                        .orElseThrow();
        return letters * PER_LETTER + BESIDE;
    }

    private void column(String head, Function<Row, String> says) {
        var column = new TableColumn<Row, String>(head);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(says.apply(row.getValue())));
        column.setCellFactory(_ -> new Told(head));
        column.setSortable(false);
        table.getColumns().add(column);
    }

    /// What a runtime says to a name, with both of them for whoever does not see where it stands.
    private static final class Told extends TableCell<Row, String> {

        private final String head;

        Told(String head) {
            this.head = head;
        }

        @Override
        protected void updateItem(@Nullable String says, boolean empty) {
            super.updateItem(says, empty);
            Row row = getTableRow() == null ? null : getTableRow().getItem();
            setText(empty ? null : says);
            String all = empty || row == null || says == null ? "" : row.name() + ", " + head;
            String words = all + ": " + ("-".equals(says) ? "no" : says);
            boolean isName = row != null && row.name().equals(says);
            setTooltip(all.isEmpty() || isName ? null : new Tooltip(words));
            setAccessibleText(all.isEmpty() || isName ? null : words);
        }
    }

    private CopyTable copied() {
        List<String> heads = table.getColumns().stream().map(TableColumn::getText).toList();
        List<List<String>> rows = new ArrayList<>();
        for (Row row : table.getItems()) {
            var line = new ArrayList<>(List.of(row.name()));
            line.addAll(row.cells());
            rows.add(line);
        }
        return new CopyTable(heads, rows);
    }
}

package dev.lanescope.ui.compare;

import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.ModelLook;
import dev.lanescope.ui.kit.Swatch;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/// The stacks in figures: a row a part, a column a run, in units of lanes; the last row is the sum.
final class StackTable extends VBox {

    private static final double ROW = 20;
    private static final double HEAD = 30;
    private static final double FIGURE = 46;
    private static final double LEAST_NAME = 84;
    private static final double MOST_NAME = 180;
    private static final double EDGES = 4;
    private static final double SCROLL_BAR = 14;

    /// A part, or the sum if it has none.
    private record Line(@Nullable StackPart part) {
        String title() {
            return part == null
                    ? "sum"
                    : part == StackPart.USEFUL ? "useful work = speed-up" : part.title();
        }
    }

    private final Appearance appearance;
    private final BiConsumer<Entrant, StackPart> onPart;
    private final TableView<Line> table = new TableView<>();
    private List<Entrant> entrants = List.of();

    StackTable(Appearance appearance, BiConsumer<Entrant, StackPart> onPart) {
        this.appearance = appearance;
        this.onPart = onPart;
        table.setId("stack-figures");
        table.getStyleClass().add("tight");
        table.setAccessibleText("Speed-up stacks in figures, in units of lanes");
        table.setFixedCellSize(ROW);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setRowFactory(_ -> new TipRow());
        table.setOnMouseClicked(_ -> goToSelected());
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                goToSelected();
            }
        });
        table.widthProperty().subscribe(this::fit);
        getChildren().add(table);
        appearance.themeProperty().subscribe(_ -> table.refresh());
    }

    void show(List<Entrant> stacked) {
        entrants = List.copyOf(stacked);
        table.getSelectionModel().clearSelection();
        List<TableColumn<Line, String>> columns = new ArrayList<>();
        columns.add(partColumn());
        for (Entrant entrant : entrants) {
            columns.add(column(entrant));
        }
        table.getColumns().setAll(columns);
        List<Line> lines = new ArrayList<>();
        for (StackPart part : StackPart.values()) {
            if (entrants.stream().anyMatch(each -> stack(each).share(part).nanos() != 0)) {
                lines.add(new Line(part));
            }
        }
        if (!entrants.isEmpty()) {
            lines.add(new Line(null));
        }
        table.getItems().setAll(lines);
        fit();
        setVisible(!entrants.isEmpty());
        setManaged(!entrants.isEmpty());
    }

    /// Gives the names what the figures leave, and room for a scroll bar where that is too little.
    private void fit() {
        if (table.getColumns().isEmpty()) {
            return;
        }
        double left = table.getWidth() - EDGES - entrants.size() * FIGURE;
        table.getColumns().getFirst().setPrefWidth(Math.clamp(left, LEAST_NAME, MOST_NAME));
        double height = HEAD + table.getItems().size() * ROW + (left < LEAST_NAME ? SCROLL_BAR : 0);
        table.setMinHeight(Math.min(height, 110));
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }

    private static SpeedUpStack stack(Entrant entrant) {
        return entrant.row().stack().orElseThrow();
    }

    private TableColumn<Line, String> partColumn() {
        var column = new TableColumn<Line, String>("in lanes");
        column.setSortable(false);
        column.setCellValueFactory(line -> new ReadOnlyStringWrapper(line.getValue().title()));
        column.setCellFactory(_ ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(@Nullable String title, boolean empty) {
                        super.updateItem(title, empty);
                        setText(empty ? null : title);
                        Line line = getTableRow() == null ? null : getTableRow().getItem();
                        setGraphic(
                                empty || line == null || line.part() == null
                                        ? null
                                        : swatch(line.part()));
                    }
                });
        return column;
    }

    private Rectangle swatch(StackPart part) {
        var square = new Rectangle(Swatch.SIDE, Swatch.SIDE);
        square.setFill(PartLook.paint(appearance.palette(), part));
        return square;
    }

    private static TableColumn<Line, String> column(Entrant entrant) {
        var column = new TableColumn<Line, String>();
        var mark = ModelLook.of(entrant.info().model()).node(10, entrant.isSecond());
        mark.setAccessibleText(entrant.title());
        Tooltip.install(mark, new Tooltip(entrant.title()));
        mark.setMouseTransparent(false);
        column.setGraphic(mark);
        column.setPrefWidth(FIGURE);
        column.setSortable(false);
        column.getStyleClass().add("number");
        column.setCellValueFactory(
                line -> new ReadOnlyStringWrapper(figure(entrant, line.getValue())));
        return column;
    }

    /// A dot where there is nothing, a true minus where several did better than one.
    private static String figure(Entrant entrant, Line line) {
        SpeedUpStack stack = stack(entrant);
        if (line.part() == null) {
            return text(
                    stack.wallNanos() == 0 ? 0 : (double) stack.accounted() / stack.wallNanos());
        }
        return stack.share(line.part()).nanos() == 0 ? "\u00b7" : text(stack.height(line.part()));
    }

    private static String text(double height) {
        return String.format(Locale.ROOT, "%.2f", height).replace('-', '\u2212');
    }

    /// The cell's run, or the first one if the part's name was clicked.
    private void goToSelected() {
        var cells = table.getSelectionModel().getSelectedCells();
        if (cells.isEmpty() || entrants.isEmpty()) {
            return;
        }
        TablePosition<?, ?> cell = cells.getFirst();
        Line line = table.getItems().get(cell.getRow());
        int run = Math.max(0, cell.getColumn() - 1);
        if (line.part() != null && run < entrants.size()) {
            onPart.accept(entrants.get(run), line.part());
        }
    }

    /// Says what its part means.
    private static final class TipRow extends TableRow<Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setTooltip(
                    empty || line == null || line.part() == null
                            ? null
                            : new Tooltip(line.part().sentence()));
        }
    }
}

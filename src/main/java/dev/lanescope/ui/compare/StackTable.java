package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.compare.Counterfactuals;
import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.analysis.explain.StackWords;
import dev.lanescope.analysis.replay.LeavingOut;
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
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The stacks in figures: a row a part, a column a run. Measured, in units of lanes, and the last
/// row is the sum; or by replay, from the speed-up with nothing left out to that without all.
final class StackTable extends VBox {

    private static final double ROW = 20;
    private static final double HEAD = 30;
    private static final double FIGURE = 42;
    private static final double LEAST_NAME = 156;
    private static final double MOST_NAME = 180;
    private static final double EDGES = 4;
    private static final double SCROLL_BAR = 14;

    /// A part, or a line before or after all parts.
    private record Line(String title, @Nullable StackPart part) {
        static Line of(StackPart part) {
            return new Line(part.title(), part);
        }
    }

    private static final Line SUM = new Line("sum", null);
    private static final Line LEFT_OUT = new Line(StackWords.LEFT_OUT, null);
    private static final Line WITH_LEFT_OUT = new Line(StackWords.WITH_LEFT_OUT, null);
    private static final Line NOTHING = new Line("with all losses", null);
    private static final Line ALL = new Line("without all", null);

    /// Where the system does not tell.
    private static final String NOT_KNOWN = "?";

    /// Where there is no figure.
    private static final String NONE = "\u2013";

    private final Appearance appearance;
    private final BiConsumer<Entrant, StackPart> onPart;
    private final BiConsumer<Entrant, Optional<StackPart>> onFigure;
    private final TableView<Line> table = new TableView<>();
    private List<Entrant> entrants = List.of();
    private StackView view = StackView.MEASURED;
    private Optional<Predicted> predicted = Optional.empty();

    /// @param onPart told of a part of a run that was chosen
    /// @param onFigure told of any figure that was chosen, with its part if it is one
    StackTable(
            Appearance appearance,
            BiConsumer<Entrant, StackPart> onPart,
            BiConsumer<Entrant, Optional<StackPart>> onFigure) {
        this.appearance = appearance;
        this.onPart = onPart;
        this.onFigure = onFigure;
        table.setId("stack-figures");
        table.getStyleClass().add("tight");
        table.setAccessibleText(view.spoken());
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
        predicted = Optional.empty();
        show();
    }

    /// @param what replays say, where a view wants that; empty while it is being worked out
    void show(StackView now, Optional<Predicted> what) {
        view = now;
        predicted = what;
        table.setAccessibleText(view.spoken());
        show();
    }

    private void show() {
        table.getSelectionModel().clearSelection();
        List<TableColumn<Line, String>> columns = new ArrayList<>();
        columns.add(partColumn());
        for (Entrant entrant : entrants) {
            columns.add(column(entrant));
        }
        table.getColumns().setAll(columns);
        table.getItems().setAll(entrants.isEmpty() ? List.of() : lines());
        fit();
        setVisible(!entrants.isEmpty());
        setManaged(!entrants.isEmpty());
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        if (view.isPredicted()) {
            lines.add(NOTHING);
            predicted.stream()
                    .flatMap(all -> all.parts().stream())
                    .map(Line::of)
                    .forEach(lines::add);
            lines.add(ALL);
        } else {
            for (StackPart part : StackPart.values()) {
                if (entrants.stream()
                        .anyMatch(each ->
                                stack(each).share(part).nanos() != 0
                                        || !stack(each).isKnown(part))) {
                    lines.add(
                            part == StackPart.USEFUL
                                    ? new Line(StackWords.useful(stacks()), part)
                                    : Line.of(part));
                }
            }
            lines.add(SUM);
            if (StackWords.isMuchLeftOut(stacks())) {
                lines.add(LEFT_OUT);
                lines.add(WITH_LEFT_OUT);
            }
        }
        return lines;
    }

    /// Gives the names what the figures leave, and room for a scroll bar where that is too little.
    private void fit() {
        if (table.getColumns().isEmpty()) {
            return;
        }
        double bar =
                view.isPredicted() ? SCROLL_BAR : 0; // lines come later, and one bar brings two
        double left = table.getWidth() - EDGES - bar - entrants.size() * FIGURE;
        table.getColumns().getFirst().setPrefWidth(Math.clamp(left, LEAST_NAME, MOST_NAME));
        double height = HEAD + table.getItems().size() * ROW + (left < LEAST_NAME ? SCROLL_BAR : 0);
        table.setMinHeight(Math.min(height, 110));
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }

    private List<SpeedUpStack> stacks() {
        return entrants.stream().map(StackTable::stack).toList();
    }

    private static SpeedUpStack stack(Entrant entrant) {
        return entrant.row().stack().orElseThrow();
    }

    private TableColumn<Line, String> partColumn() {
        var column = new TableColumn<Line, String>(view.head());
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

    private TableColumn<Line, String> column(Entrant entrant) {
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
    private String figure(Entrant entrant, Line line) {
        if (view.isPredicted()) {
            return predicted
                    .flatMap(all -> all.told(entrant))
                    .map(told -> figure(told, line))
                    .orElse(NONE);
        }
        SpeedUpStack stack = stack(entrant);
        if (line.equals(LEFT_OUT)) {
            return stack.isMuchLeftOut() ? text(stack.leftOutHeight()) : "\u00b7";
        }
        if (line.equals(WITH_LEFT_OUT)) {
            return text(stack.wholeSpeedUp());
        }
        if (line.part() == null) {
            return text(
                    stack.wallNanos() == 0 ? 0 : (double) stack.accounted() / stack.wallNanos());
        }
        if (!stack.isKnown(line.part())) {
            return NOT_KNOWN;
        }
        return stack.share(line.part()).nanos() == 0 ? "\u00b7" : text(stack.height(line.part()));
    }

    private String figure(Counterfactuals.Told told, Line line) {
        StackPart part = line.part();
        if (part == null) {
            return Amounts.factor(line.equals(ALL) ? told.all().speedUp() : told.replayed());
        }
        return told.part(part)
                .map(each ->
                        view == StackView.SHARES
                                ? Amounts.signed(each.share())
                                : Amounts.factor(each.alone().speedUp()))
                .orElse("\u00b7");
    }

    private static String text(double height) {
        return String.format(Locale.ROOT, "%.2f", height).replace('-', '\u2212');
    }

    /// The cell's run, or the one with most of the part if the part's name was clicked.
    private void goToSelected() {
        var cells = table.getSelectionModel().getSelectedCells();
        if (cells.isEmpty() || entrants.isEmpty()) {
            return;
        }
        TablePosition<?, ?> cell = cells.getFirst();
        Line line = table.getItems().get(cell.getRow());
        int run = cell.getColumn() - 1;
        if (run < entrants.size()) {
            Entrant entrant = run < 0 ? withMost(line.part()) : entrants.get(run);
            onFigure.accept(entrant, Optional.ofNullable(line.part()));
            if (line.part() != null) {
                onPart.accept(entrant, line.part());
            }
        }
    }

    private Entrant withMost(@Nullable StackPart part) {
        return part == null
                ? entrants.getFirst()
                : Collections.max(
                        entrants,
                        Comparator.comparingDouble(entrant ->
                                stack(entrant).isKnown(part) ? stack(entrant).height(part) : 0));
    }

    private String sentence(StackPart part) {
        boolean known = entrants.stream().allMatch(each -> stack(each).isKnown(part));
        return known
                ? part.sentence()
                : part.sentence() + ". Where a question mark stands " + part.whyUnknown() + ".";
    }

    /// Says what its part means.
    private final class TipRow extends TableRow<Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            StackPart part = empty || line == null ? null : line.part();
            setTooltip(
                    part == null
                            ? null
                            : new Tooltip(
                                    view.isPredicted()
                                            ? "Without "
                                                    + part.title()
                                                    + ": "
                                                    + LeavingOut.meaning(part)
                                            : sentence(part)));
        }
    }
}

package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.StretchStatistics;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.CopyButtons;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.kit.StateStyle;
import dev.lanescope.ui.timeline.FigureTable;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.IntConsumer;

/// What the selected part of a trace, or a chosen slice, consists of, a row each state; a click on
/// one shows its durations below.
final class RangeSection extends VBox {

    private final Appearance appearance;
    private final IntConsumer choose;
    private final Label title = new Label();
    private final Label size = new Label();
    private final GridPane rows = new GridPane();
    private @Nullable Snapshot trace;
    private @Nullable StretchStatistics shown;

    /// @param choose is given the code of a state that somebody wants to see more of
    RangeSection(Appearance appearance, IntConsumer choose) {
        this.appearance = appearance;
        this.choose = choose;
        getStyleClass().add("section");
        setId("range");
        title.getStyleClass().add("text-heading");
        title.setMinWidth(0); // names of slices can be long
        size.getStyleClass().add("text-muted");
        size.setWrapText(true);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(title, space, new CopyButtons("the statistics", this::table));
        head.getStyleClass().add("row");
        rows.setHgap(8);
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().addAll(names, right(), right(), right());
        getChildren().addAll(head, size, rows);
    }

    private static ColumnConstraints right() {
        var column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        column.setMinWidth(Region.USE_PREF_SIZE);
        return column;
    }

    /// @param name what the part is called
    /// @param state code of the state whose durations are shown below
    void show(String name, Snapshot newTrace, StretchStatistics figures, int state) {
        trace = newTrace;
        shown = figures;
        title.setText(name);
        size.setText(
                Amounts.count(figures.stretch().lanes().size(), "lane")
                        + " × "
                        + Inspector.time(figures.stretch().nanos())
                        + ", from "
                        + Inspector.time(figures.stretch().startNanos())
                        + " to "
                        + Inspector.time(figures.stretch().endNanos()));
        rows.getChildren().clear();
        int at = 0;
        rows.addRow(at++, small("state"), small("spans"), small("total"), small("share"));
        for (StretchStatistics.Row row : figures.rows()) {
            rows.addRow(
                    at++,
                    button(newTrace.state(row.state()), row.state(), row.state() == state),
                    number("%,d".formatted(row.spans().count())),
                    number(Inspector.time(row.insideNanos())),
                    number(Amounts.percent(row.share())));
        }
    }

    /// Lets go of the trace.
    void forget() {
        trace = null;
        shown = null;
        rows.getChildren().clear();
    }

    private ToggleButton button(State state, int code, boolean isShown) {
        var button = new ToggleButton(state.name(), StateStyle.swatch(appearance.palette(), state));
        button.setMnemonicParsing(false); // functions of other tools have underscores
        button.getStyleClass().addAll("legend-entry", "text-small");
        button.setSelected(isShown);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        button.setAccessibleText("Durations of " + state.name());
        button.setOnAction(_ -> choose.accept(code));
        return button;
    }

    private static Label small(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("text-small", "text-muted");
        return label;
    }

    private static Label number(String text) {
        var label = new Label(text);
        label.getStyleClass().add("num-small");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private CopyTable table() {
        return trace == null || shown == null
                ? new CopyTable(List.of(), List.of())
                : FigureTable.of(trace, shown);
    }
}

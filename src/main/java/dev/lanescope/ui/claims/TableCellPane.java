package dev.lanescope.ui.claims;

import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.tables.Entry;
import dev.lanescope.claims.tables.FilledTable;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.RunRecord;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that is known of the cell that is looked at: each figure with where it comes from, and what
/// would measure what is missing.
final class TableCellPane extends VBox {

    private final ClaimsModel model;
    private final Runnable onCompare;
    private @Nullable Button measure;

    /// @param onCompare shows the ticked runs side by side
    TableCellPane(ClaimsModel model, Runnable onCompare) {
        this.model = model;
        this.onCompare = onCompare;
        setId("table-cell");
        model.session().trials().refusalProperty().subscribe(_ -> enable());
    }

    void show(FilledTable.Cell cell) {
        measure = null;
        var head =
                new VBox(
                        text(cell.row() + ": " + cell.column(), "text-heading"),
                        text("The document says: " + cell.theirs() + ".", "text-muted"));
        head.getStyleClass().add("section");
        var parts = new ArrayList<Region>(List.of(head));
        cell.entries().forEach(each -> parts.add(section(each)));
        if (!cell.missing().isEmpty()) {
            parts.add(missing(cell));
        }
        getChildren().setAll(parts);
        enable();
    }

    private static Label text(String words, String style) {
        var label = new Label(words);
        label.getStyleClass().addAll(style, style.equals("text-muted") ? "text-small" : style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private VBox section(Entry entry) {
        var box = new VBox(text(entry.label(), "text-small-strong"));
        box.getStyleClass().add("section");
        box.getChildren().add(text(entry.words(), "text-body"));
        switch (entry) {
            case Entry.Measured figure -> source(figure, box);
            case Entry.Missing open -> {
                box.getChildren().add(text(open.why(), "text-muted"));
                open.obstacle().ifPresent(why -> box.getChildren().add(text(why, "text-warn")));
            }
            case Entry.Never never -> box.getChildren().add(text(never.why(), "text-muted"));
        }
        return box;
    }

    private void source(Entry.Measured figure, VBox box) {
        box.getChildren().add(text(figure.why() + ".", "text-muted"));
        for (Evidence from : figure.from()) {
            String file =
                    model.toldProperty()
                            .get()
                            .flatMap(now -> Optional.ofNullable(now.files().get(from)))
                            .map(name -> "; kept as " + name)
                            .orElse("; of the ticked runs");
            box.getChildren().add(text("From: " + from.words() + file + ".", "text-muted"));
            from.cautions().forEach(each -> box.getChildren().add(text(each, "text-warn")));
        }
        List<RunRecord> runs = model.runsOf(figure);
        if (!runs.isEmpty()) {
            var show = new Button("Its runs", Icons.LAYERS.node());
            show.getStyleClass().add("cell-runs");
            show.setTooltip(new Tooltip("Show the runs that this comes from side by side"));
            show.setOnAction(_ -> {
                model.choose(runs);
                onCompare.run();
            });
            box.getChildren().add(show);
        }
    }

    private VBox missing(FilledTable.Cell cell) {
        var box = new VBox();
        box.getStyleClass().add("section");
        var button = new Button("Measure this", Icons.PLAY.node());
        button.setId("measure-cell");
        button.setOnAction(_ -> model.measure(cell.missing()));
        measure = button;
        box.getChildren().add(new HBox(button));
        model.here()
                .ifPresent(here ->
                        cell.missing().stream()
                                .map(each -> text(each.words(here), "text-muted"))
                                .forEach(box.getChildren()::add));
        return box;
    }

    private void enable() {
        if (measure != null) {
            Optional<String> refusal = model.session().trials().refusalProperty().get();
            measure.setDisable(refusal.isPresent());
            measure.setTooltip(refusal.map(Tooltip::new).orElse(null));
        }
    }
}

package dev.lanescope.ui.claims;

import dev.lanescope.claims.Band.Place;
import dev.lanescope.claims.tables.Entry;
import dev.lanescope.claims.tables.FilledTable;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Collectors;

/// A cell of a table: what was measured, on the JVM and on a Python. Whoever reaches it, by mouse
/// or keyboard, looks at it.
final class TableCellBox extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final FilledTable.Cell cell;

    TableCellBox(FilledTable.Cell cell, Runnable onChoice) {
        this.cell = cell;
        getStyleClass().add("claim-cell");
        if (!cell.isMeasured() && cell.entries().stream().anyMatch(TableCellBox::isOpen)) {
            getStyleClass().add("unmeasured");
        }
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(
                cell.row()
                        + ", "
                        + cell.column()
                        + ": "
                        + cell.entries().stream()
                                .map(each -> each.label() + " " + each.words())
                                .collect(Collectors.joining("; ")));
        var said = new HashSet<String>();
        for (Entry each : cell.entries()) {
            if (said.add(each.label() + each.words())) { // not measured is said once
                getChildren().add(line(each));
            }
        }
        setOnMousePressed(press -> {
            requestFocus();
            press.consume(); // or what it scrolls in would take the focus
        });
        focusedProperty()
                .subscribe(focused -> {
                    if (focused) {
                        onChoice.run();
                    }
                });
    }

    private static boolean isOpen(Entry entry) {
        return entry instanceof Entry.Missing;
    }

    FilledTable.Cell cell() {
        return cell;
    }

    void mark(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    private static Region line(Entry entry) {
        var words = new Label(entry.label() + "  " + entry.words());
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("text-small");
        style(entry).ifPresent(words.getStyleClass()::add);
        return words;
    }

    private static Optional<String> style(Entry entry) {
        return switch (entry) {
            case Entry.Measured measured ->
                    measured.isSure()
                            ? measured.verdict().map(TableCellBox::style)
                            : Optional.of(style(Place.OPEN));
            case Entry.Missing _, Entry.Never _ -> Optional.of("text-muted");
        };
    }

    private static String style(Place place) {
        return switch (place) {
            case INSIDE -> "text-ok";
            case OUTSIDE -> "text-bad";
            case OPEN -> "text-warn";
        };
    }
}

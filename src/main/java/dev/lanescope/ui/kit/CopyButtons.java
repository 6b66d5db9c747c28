package dev.lanescope.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;

import java.util.function.Supplier;

/// Two small buttons that put what stands beside them into the clipboard: as text and as CSV.
public final class CopyButtons extends HBox {

    private final Supplier<CopyTable> table;

    /// @param what is copied, as a screen reader says it
    /// @param table as it is when a button is pressed
    public CopyButtons(String what, Supplier<CopyTable> table) {
        super(4);
        this.table = table;
        getChildren()
                .addAll(
                        button("Copy", "Copy " + what + " as text", this::copyText),
                        button("CSV", "Copy " + what + " as CSV", this::copyCsv));
        setMinWidth(USE_PREF_SIZE);
    }

    private static Button button(String words, String does, Runnable action) {
        var button = new Button(words);
        button.getStyleClass().addAll("small", "text-small");
        button.setTooltip(new Tooltip(does));
        button.setAccessibleText(does);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Puts the table into the clipboard as text.
    public void copyText() {
        put(table.get().text());
    }

    /// Puts the table into the clipboard as CSV.
    public void copyCsv() {
        put(table.get().csv());
    }

    private static void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}

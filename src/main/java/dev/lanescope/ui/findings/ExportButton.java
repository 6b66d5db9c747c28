package dev.lanescope.ui.findings;

import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.Handout;

import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import java.util.Locale;
import java.util.function.Consumer;

/// Asks as which file what is shown is to be handed to somebody.
public final class ExportButton extends MenuButton {

    private static final String TITLE = "Export";

    /// @param id for style sheets and tests
    /// @param asked told what it is to be
    public ExportButton(String id, Consumer<Handout.Kind> asked) {
        super(TITLE, Icons.EXPORT.node());
        setAccessibleText(TITLE);
        setId(id);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(
                new Tooltip("Write what is shown here into a file: a report, or all of its runs"));
        for (Handout.Kind kind : Handout.Kind.values()) {
            var item = new MenuItem(kind.title() + " (." + kind.extension() + ") \u2026");
            item.setId(id + "-" + kind.name().toLowerCase(Locale.ROOT));
            item.setOnAction(_ -> asked.accept(kind));
            getItems().add(item);
        }
    }

    /// Shows only its icon where its row is narrower than that.
    public ExportButton shortBelow(double width, Region row) {
        textProperty()
                .bind(Bindings.when(row.widthProperty().lessThan(width)).then("").otherwise(TITLE));
        return this;
    }
}

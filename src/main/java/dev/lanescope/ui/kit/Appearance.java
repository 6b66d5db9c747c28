package dev.lanescope.ui.kit;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// The theme in force: what was chosen and what the system prefers, resolved and applied to every
/// window, now and whenever either changes. There is one per app; it lives on the FX thread.
///
/// Nodes styled by CSS follow by themselves. What paints with a [Palette] listens to
/// [#themeProperty] and paints again.
public final class Appearance {

    private final ObjectProperty<ThemeChoice> choice;
    private final ReadOnlyObjectWrapper<Theme> theme;
    // Held, because a property listens to what it is bound to only weakly.
    private final ObservableValue<ColorScheme> system;

    /// Applies the choice at once.
    ///
    /// @param system what the system prefers: `Platform.getPreferences().colorSchemeProperty()`
    public Appearance(ThemeChoice first, ObservableValue<ColorScheme> system) {
        this.system = system;
        this.choice = new SimpleObjectProperty<>(this, "choice", first);
        this.theme = new ReadOnlyObjectWrapper<>(this, "theme", first.resolve(system.getValue()));
        apply();
        choice.subscribe(this::update);
        system.subscribe(this::update);
    }

    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    public Theme theme() {
        return theme.get();
    }

    public Palette palette() {
        return theme().palette();
    }

    /// Changes to the other theme, whichever that is, and stays there.
    public void toggle() {
        choice.set(theme() == Theme.DARK ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }

    private void update() {
        Theme now = choice.get().resolve(system.getValue());
        if (now != theme.get()) {
            // Style sheet first: whoever hears of the new theme already sees it.
            Application.setUserAgentStylesheet(now.stylesheet());
            theme.set(now);
        }
    }

    private void apply() {
        Application.setUserAgentStylesheet(theme.get().stylesheet());
    }
}

package dev.lanescope.ui.kit;

import javafx.application.ColorScheme;

/// What a person asks of the theme.
public enum ThemeChoice {
    FOLLOW_SYSTEM("Follow the system"),
    LIGHT("Light"),
    DARK("Dark");

    private final String label;

    ThemeChoice(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// The theme this comes to when the system prefers the given scheme.
    public Theme resolve(ColorScheme system) {
        return switch (this) {
            case FOLLOW_SYSTEM -> Theme.of(system);
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
    }
}

package dev.lanescope.pipeline.markdown;

import java.util.Locale;
import java.util.Optional;

/// The five kinds of alert that GitHub knows.
public enum AlertKind {
    NOTE("Note"),
    TIP("Tip"),
    IMPORTANT("Important"),
    WARNING("Warning"),
    CAUTION("Caution");

    private final String title;

    AlertKind(String title) {
        this.title = title;
    }

    /// What stands above the alert.
    public String title() {
        return title;
    }

    /// How the style sheet calls it.
    String cssClass() {
        return "alert-" + name().toLowerCase(Locale.ROOT);
    }

    /// The kind that a line such as `[!NOTE]` asks for, in upper or lower case.
    static Optional<AlertKind> ofMarker(String line) {
        for (AlertKind kind : values()) {
            if (line.strip().equalsIgnoreCase("[!" + kind.name() + "]")) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}

package dev.lanescope.ui.session;

/// One sentence that the user should not miss.
public record Notice(Kind kind, String sentence) {

    /// How bad it is.
    public enum Kind {
        INFO,
        WARNING,
        FAILURE
    }
}

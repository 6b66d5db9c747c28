package dev.lanescope.concurrency.knobs;

/// Who writes a page that is ready.
public enum Writes {
    /// Whoever has rendered it, before the next one.
    AT_ONCE("at-once", "pages written by whoever rendered them"),
    /// A writer takes it from a short queue, and whoever has rendered it goes on.
    BEHIND("behind", "pages written behind the workers");

    private final String id;
    private final String words;

    Writes(String id, String words) {
        this.id = id;
        this.words = words;
    }

    public String id() {
        return id;
    }

    public String words() {
        return words;
    }
}

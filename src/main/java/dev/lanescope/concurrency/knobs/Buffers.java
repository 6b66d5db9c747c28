package dev.lanescope.concurrency.knobs;

/// What a page's text is put together in.
public enum Buffers {
    /// Buffers that the page before has left, encoded as they fill.
    REUSED("reused", "buffers used again for the next page"),
    /// Each page gets new ones, becomes one string, and is encoded at the end.
    FRESH("fresh", "new buffers for each page");

    private final String id;
    private final String words;

    Buffers(String id, String words) {
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

package dev.lanescope.concurrency.knobs;

/// Whose parser and templates a page is rendered with.
public enum WorkerState {
    /// Every worker has its own and keeps it.
    PER_WORKER("per-worker", "each worker keeps its own parser and templates"),
    /// Everything is made anew for each page.
    PER_PAGE("per-page", "parser and templates made anew for each page"),
    /// There is one for all, and whoever uses it locks the others out.
    SHARED("shared", "one parser and one set of templates behind a lock");

    private final String id;
    private final String words;

    WorkerState(String id, String words) {
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

package dev.lanescope.claims.decision;

/// What the tree ends in.
public enum Leaf {
    THREADS("python-threads", "Threads"),
    INTERPRETERS("python-interpreters", "Interpreters"),
    PROCESSES("python-processes", "Processes"),
    ASYNCIO("python-asyncio", "asyncio");

    private final String model;
    private final String title;

    Leaf(String model, String title) {
        this.model = model;
        this.title = title;
    }

    /// The id of the model that it means.
    public String model() {
        return model;
    }

    public String title() {
        return title;
    }
}

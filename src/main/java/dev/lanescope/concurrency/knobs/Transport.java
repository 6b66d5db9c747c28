package dev.lanescope.concurrency.knobs;

/// How pages and results cross to workers.
public enum Transport {
    /// They do not: a reference is handed over, which takes a common heap.
    REFERENCE("reference", "handed over by reference"),
    /// In a form of our own: numbers and texts, one after the other.
    RECORDS("records", "sent as records of our own"),
    /// By Java's own serialization, read through a filter that knows our classes only.
    SERIALIZATION("serialization", "sent by Java serialization"),
    /// As our records, through memory that both sides have mapped.
    SHARED_MEMORY("shared-memory", "sent through shared memory"),
    /// Pickled by CPython, each with its text.
    PICKLED_PAGES("pickled-pages", "pickled with their text"),
    /// Pickled by CPython, each with all that hangs on it: its text and every page of its site.
    PICKLED_SITES("pickled-sites", "pickled with their whole site");

    private final String id;
    private final String words;

    Transport(String id, String words) {
        this.id = id;
        this.words = words;
    }

    public String id() {
        return id;
    }

    public String words() {
        return words;
    }

    /// Whether only a real CPython can do it.
    public boolean isPickled() {
        return this == PICKLED_PAGES || this == PICKLED_SITES;
    }
}

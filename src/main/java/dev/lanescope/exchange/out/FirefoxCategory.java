package dev.lanescope.exchange.out;

import dev.lanescope.trace.State;

/// What the Firefox Profiler colours time by, in its own colours. A category's number in the file
/// is its place here; the first grey one is what it takes for what has none.
enum FirefoxCategory {
    OTHER("Other", "grey"),
    WORK("Work", "blue"),
    STARTING("Starting", "darkgrey"),
    QUEUE("Waiting for work", "orange"),
    LOCK("Waiting for a lock", "lightblue"),
    CHANNEL("Channel", "yellow"),
    IO("Input and output", "purple"),
    IDLE("Idle", "transparent"),
    LOST("Lost", "red");

    private final String title;
    private final String colour;

    FirefoxCategory(String title, String colour) {
        this.title = title;
        this.colour = colour;
    }

    static FirefoxCategory of(State.Kind kind) {
        return switch (kind) {
            case WORK -> WORK;
            case STARTING -> STARTING;
            case QUEUE -> QUEUE;
            case LOCK -> LOCK;
            case CHANNEL -> CHANNEL;
            case IO -> IO;
            case IDLE -> IDLE;
            case LOST -> LOST;
        };
    }

    String title() {
        return title;
    }

    String colour() {
        return colour;
    }
}

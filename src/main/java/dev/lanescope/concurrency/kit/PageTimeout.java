package dev.lanescope.concurrency.kit;

import java.time.Duration;

/// An item took longer than it may.
public final class PageTimeout extends Exception {

    private static final long serialVersionUID = 1;

    public PageTimeout(Duration atMost) {
        super("given up after " + millis(atMost));
    }

    private static String millis(Duration time) {
        return time.toNanos() % 1_000_000 == 0
                ? time.toMillis() + " ms"
                : time.toNanos() / 1e6 + " ms";
    }
}

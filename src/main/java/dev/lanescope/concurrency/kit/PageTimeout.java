package dev.lanescope.concurrency.kit;

import java.time.Duration;

/// An item took longer than it may.
public final class PageTimeout extends Exception {

    private static final long serialVersionUID = 1;

    public PageTimeout(Duration atMost) {
        super("given up after " + atMost.toMillis() + " ms");
    }
}

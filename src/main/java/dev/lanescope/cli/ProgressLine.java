package dev.lanescope.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// One line on a person's terminal that is redrawn ten times a second and leaves nothing behind.
/// Where nobody watches it does nothing at all.
final class ProgressLine implements AutoCloseable {

    private static final long PERIOD_MILLIS = 100;
    private static final String CLEAR = "\r\u001b[K";

    private final Streams streams;
    private final Supplier<String> text;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread painter;

    /// @param text asked on a thread of its own; at most 79 columns, or it would wrap
    ProgressLine(Streams streams, Supplier<String> text) {
        this.streams = streams;
        this.text = text;
        this.painter = Thread.ofPlatform().daemon().name("progress").unstarted(this::paint);
        if (streams.lively()) {
            painter.start();
        }
    }

    private void paint() {
        try {
            do {
                clear();
                streams.err().print(text.get());
                streams.err().flush();
            } while (!over.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clear();
        streams.err().flush();
    }

    private void clear() {
        HarmlessOutput.of(streams.err()).raw().print(CLEAR);
    }

    /// Clears the line; when this returns it will not come back.
    @Override
    public void close() {
        over.countDown();
        boolean interrupted = false;
        while (painter.isAlive()) {
            try {
                painter.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

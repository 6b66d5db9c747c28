package dev.lanescope.recording.apart;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How long somebody still waits, by looking again and again whether it is over.
///
/// Of a longer time without a look only [#MOST_UNSEEN] counts: then this process was held still, as
/// by Ctrl-Z in a terminal or on a laptop whose lid was shut, and what it waits for most likely was
/// too. Whoever counted that would take for hanging what had no chance to go on.
public final class Patience {

    static final Duration MOST_UNSEEN = Duration.ofSeconds(1);

    private final LongSupplier clock;
    private long left;
    private long seen;

    public Patience(Duration atMost) {
        this(atMost, System::nanoTime);
    }

    /// @param clock tells nanoseconds
    Patience(Duration atMost, LongSupplier clock) {
        this.clock = clock;
        begin(atMost);
    }

    /// It went on, so the waiting begins anew.
    public void begin(Duration atMost) {
        left = atMost.toNanos();
        seen = clock.getAsLong();
    }

    /// A look; to be taken several times a second.
    public boolean isOver() {
        long now = clock.getAsLong();
        left -= Math.min(now - seen, MOST_UNSEEN.toNanos());
        seen = now;
        return left <= 0;
    }
}

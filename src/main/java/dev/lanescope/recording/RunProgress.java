package dev.lanescope.recording;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/// How far a run has come. Workers count, everybody else reads.
public final class RunProgress {

    private final int total;
    private final Describer describer;
    private final LongAdder done = new LongAdder();
    private final ConcurrentLinkedQueue<PageFailure> failures = new ConcurrentLinkedQueue<>();
    private final LongAdder failed = new LongAdder();

    /// Says what a failure means to the user.
    interface Describer {
        PageFailure describe(int item, int stage, Throwable cause);
    }

    RunProgress(int total, Describer describer) {
        this.total = total;
        this.describer = describer;
    }

    void oneDone() {
        done.increment();
    }

    void oneFailed(int item, int stage, Throwable cause) {
        failures.add(describer.describe(item, stage, cause));
        failed.increment();
    }

    /// How many pages there are.
    public int total() {
        return total;
    }

    /// How many pages have come out.
    public int done() {
        return done.intValue();
    }

    /// How many pages have failed.
    public int failed() {
        return failed.intValue();
    }

    /// The failures so far, in the order in which they happened.
    public List<PageFailure> failures() {
        return List.copyOf(failures);
    }
}

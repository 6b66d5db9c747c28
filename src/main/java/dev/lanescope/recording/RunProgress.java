package dev.lanescope.recording;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/// How far a run has come. Workers count, everybody else reads.
public final class RunProgress {

    private final int total;
    private final Function<FailedItem, PageFailure> describe;
    private final LongAdder done = new LongAdder();
    private final ConcurrentLinkedQueue<PageFailure> failures = new ConcurrentLinkedQueue<>();
    private final LongAdder failed = new LongAdder();

    /// What a worker knows when an item fails.
    record FailedItem(int item, int stage, Throwable cause) {}

    RunProgress(int total, Function<FailedItem, PageFailure> describe) {
        this.total = total;
        this.describe = describe;
    }

    void oneDone() {
        done.increment();
    }

    void oneFailed(int item, int stage, Throwable cause) {
        failures.add(describe.apply(new FailedItem(item, stage, cause)));
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

package dev.lanescope.recording;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/// How far a run has come. Workers count, everybody else reads.
public final class RunProgress {

    private volatile int pages;
    private volatile int total;
    private volatile int warmUpPass;
    private final Describer describer;
    private final LongAdder done = new LongAdder();
    private final LongAdder generated = new LongAdder();
    private final ConcurrentLinkedQueue<PageFailure> failures = new ConcurrentLinkedQueue<>();
    private final LongAdder failed = new LongAdder();

    /// Says what a failure means to the user.
    interface Describer {
        PageFailure describe(int item, int stage, Throwable cause);
    }

    /// @param pages how many of the items, the first ones, are pages of the content
    /// @param total how many items there are
    RunProgress(int pages, int total, Describer describer) {
        this.pages = pages;
        this.total = total;
        this.describer = describer;
    }

    /// Says what there is to do, which is known only when the output folder has been looked at.
    void expect(int pagesToDo, int itemsToDo) {
        pages = pagesToDo;
        total = itemsToDo;
    }

    /// The workers make this pass, from 1, before the recorded one.
    void warmsUp(int pass) {
        warmUpPass = pass;
    }

    /// Which unrecorded pass over the pages is being made or was the last, from 1; 0 before the
    /// first. What is counted here is counted in the recorded one only.
    public int warmUpPass() {
        return warmUpPass;
    }

    void oneDone(int item) {
        (item < pages ? done : generated).increment();
    }

    void oneFailed(int item, int stage, Throwable cause) {
        failures.add(describer.describe(item, stage, cause));
        failed.increment();
    }

    /// How many pages are to be rendered: all that the content has, or those that are not kept.
    public int pages() {
        return pages;
    }

    /// How many files there are to make: pages, and files made of pages.
    public int total() {
        return total;
    }

    /// How many pages have come out.
    public int done() {
        return done.intValue();
    }

    /// How many files have been made of pages.
    public int generated() {
        return generated.intValue();
    }

    /// How many items have failed.
    public int failed() {
        return failed.intValue();
    }

    /// How many items have come to an end, one way or the other; at most [#total].
    public int ended() {
        return done() + generated() + failed();
    }

    /// The failures so far, in the order in which they happened.
    public List<PageFailure> failures() {
        return List.copyOf(failures);
    }
}

package dev.lanescope.concurrency;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/// The items of one call of [Crew#perform] and what became of them. Safe for use by all workers.
final class Batch<I, R> {

    private final List<I> items;
    private final int first;
    private final AtomicReferenceArray<@Nullable Outcome<R>> outcomes;
    private final AtomicInteger missing;
    private final CountDownLatch over = new CountDownLatch(1);

    /// @param first the number in the run of the first item
    /// @param stop a request ends the waiting for the batch
    Batch(List<I> items, int first, StopSignal stop) {
        this.items = List.copyOf(items);
        this.first = first;
        this.outcomes = new AtomicReferenceArray<>(items.size());
        this.missing = new AtomicInteger(items.size());
        if (items.isEmpty()) {
            over.countDown();
        }
        stop.onRequest(over::countDown);
    }

    int size() {
        return items.size();
    }

    I item(int index) {
        return items.get(index);
    }

    /// What observers call an item.
    int number(int index) {
        return first + index;
    }

    void set(int index, Outcome<R> outcome) {
        outcomes.set(index, outcome);
    }

    /// A worker has let go of an item, whatever became of it.
    void oneLess() {
        if (missing.decrementAndGet() == 0) {
            over.countDown();
        }
    }

    /// Waits until every item has been let go, or a stop was requested.
    void await() throws InterruptedException {
        over.await();
    }

    /// What became of each item, in the order of the items.
    List<Outcome<R>> outcomes() {
        return IntStream.range(0, items.size()).mapToObj(this::outcome).toList();
    }

    private Outcome<R> outcome(int index) {
        Outcome<R> outcome = outcomes.get(index);
        return outcome != null ? outcome : new Outcome.NotDone<>();
    }
}

package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.StopSignal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// The items of one call of [Crew#perform] and what became of them. Safe for use by all workers.
public final class Batch<I, R> {

    private final List<I> items;
    private final int first;
    private final AtomicReferenceArray<@Nullable Outcome<R>> outcomes;
    private final AtomicInteger unbegun;
    private final AtomicInteger missing;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Runnable allBegun = () -> {};

    /// @param first the number in the run of the first item
    /// @param stop a request ends the waiting for the batch
    Batch(List<I> items, int first, StopSignal stop) {
        this.items = List.copyOf(items);
        this.first = first;
        this.outcomes = new AtomicReferenceArray<>(items.size());
        this.unbegun = new AtomicInteger(items.size());
        this.missing = new AtomicInteger(items.size());
        if (items.isEmpty()) {
            over.countDown();
        }
        stop.onRequest(over::countDown);
    }

    /// One item that somebody else has taken from a batch elsewhere; nobody waits for it.
    Batch(I item, int number) {
        this.items = List.of(item);
        this.first = number;
        this.outcomes = new AtomicReferenceArray<>(1);
        this.unbegun = new AtomicInteger(1);
        this.missing = new AtomicInteger(1);
    }

    public int size() {
        return items.size();
    }

    public I item(int index) {
        return items.get(index);
    }

    /// What observers call an item.
    public int number(int index) {
        return first + index;
    }

    /// A worker has taken an item.
    void begun() {
        if (unbegun.decrementAndGet() == 0) {
            allBegun.run();
        }
    }

    /// Sets what is done by the worker that takes the last item, before it begins with it.
    public void whenAllBegun(Runnable what) {
        allBegun = what;
    }

    /// Whether every item has been taken by some worker.
    public boolean nothingLeft() {
        return unbegun.get() <= 0;
    }

    /// What became of an item. The first to say so is believed, and nobody after.
    ///
    /// @return whether this was the first
    public boolean settle(int index, Outcome<R> outcome) {
        if (!outcomes.compareAndSet(index, null, outcome)) {
            return false;
        }
        if (missing.decrementAndGet() == 0) {
            over.countDown();
        }
        return true;
    }

    /// Sets what became of all items of which that is not known.
    ///
    /// @param told of each
    /// @param last done before anybody who waits for the batch goes on
    void settleRest(IntFunction<Outcome<R>> outcome, IntConsumer told, Runnable last) {
        int settled = 0;
        for (int index = 0; index < items.size(); index++) {
            if (outcomes.compareAndSet(index, null, outcome.apply(index))) {
                settled++;
                told.accept(index);
            }
        }
        last.run();
        if (missing.addAndGet(-settled) == 0) {
            over.countDown();
        }
    }

    /// Whether it is known what became of every item.
    public boolean isOver() {
        return missing.get() == 0;
    }

    /// Whether it is known what became of an item.
    public boolean isSettled(int index) {
        return outcomes.get(index) != null;
    }

    /// Waits until it is known what became of every item, or a stop was requested.
    public void await() throws InterruptedException {
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

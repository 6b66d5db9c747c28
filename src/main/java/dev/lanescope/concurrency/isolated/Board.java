package dev.lanescope.concurrency.isolated;

import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.crossing.Job;
import dev.lanescope.concurrency.kit.Batch;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/// Where the threads of a crew find what to do next, and wait for it.
final class Board<I, R> {

    /// Some items of a batch, by their indexes.
    record Portion<I, R>(Batch<I, R> batch, List<Integer> items) {}

    private final Queue<Portion<I, R>> returned = new ArrayDeque<>();
    private @Nullable Job<I, R> job;
    private boolean ended;

    synchronized void put(Job<I, R> next) {
        job = next;
        notifyAll();
    }

    /// Items that somebody took and cannot do, for somebody else.
    synchronized void giveBack(Batch<I, R> batch, List<Integer> items) {
        if (!items.isEmpty()) {
            returned.add(new Portion<>(batch, items));
            notifyAll();
        }
    }

    /// Nothing more will come.
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /// The next portion for a thread, waited for; null at the end.
    ///
    /// @param worker the thread's number in the crew
    /// @param told is told what is waited for
    synchronized @Nullable Portion<I, R> take(int worker, Consumer<Waiting> told)
            throws InterruptedException {
        Waiting said = null;
        while (!ended) {
            Portion<I, R> theirs = returned.poll();
            if (theirs != null) {
                return theirs;
            }
            if (job != null) {
                List<Integer> items = job.take(worker);
                if (!items.isEmpty()) {
                    return new Portion<>(job.batch(), items);
                }
            }
            Waiting now = job == null ? Waiting.FOR_WORK : Waiting.NOTHING_LEFT;
            if (now != said) {
                told.accept(now);
                said = now;
            }
            wait();
        }
        return null;
    }
}

package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.Gauge;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.Visit;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Queue;

/// Where one stage is done: the bounded queue before it, and how many pages are still to come.
final class Station<I, D, R> {

    /// Pages that may wait before a stage.
    private static final int ROOM = 16;

    /// A page that waits for the stage.
    record Arrival<I, D, R>(Batch<I, R> batch, Visit<D> visit) {}

    private final Stage stage;
    private final Gauge gauge;
    private final Queue<Arrival<I, D, R>> waiting = new ArrayDeque<>();
    private int expected;
    private boolean begun;

    /// @param gauge shows how many pages wait
    Station(Stage stage, Gauge gauge) {
        this.stage = stage;
        this.gauge = gauge;
    }

    Stage stage() {
        return stage;
    }

    /// One more page will come here.
    synchronized void expect() {
        begun = true;
        expected++;
    }

    /// A page that was expected will not come.
    synchronized void expectLess() {
        expected--;
        notifyAll();
    }

    /// Forgets the pages that wait.
    synchronized void clear() {
        waiting.clear();
        notifyAll();
    }

    /// Puts a page into the queue, when there is room.
    ///
    /// @param lane is told if there is none
    synchronized void handOver(Arrival<I, D, R> arrival, LaneObserver lane)
            throws InterruptedException {
        if (waiting.size() >= ROOM) {
            lane.waits(Waiting.FOR_ROOM);
        }
        while (waiting.size() >= ROOM) {
            wait();
        }
        waiting.add(arrival);
        gauge.set(waiting.size());
        notifyAll();
    }

    /// Takes the next page.
    ///
    /// @param lane is told if there is none yet, or none any more
    synchronized Arrival<I, D, R> take(LaneObserver lane) throws InterruptedException {
        @Nullable Waiting said = null;
        while (waiting.isEmpty()) {
            Waiting what = begun && expected == 0 ? Waiting.NOTHING_LEFT : Waiting.FOR_WORK;
            if (what != said) {
                lane.waits(what);
                said = what;
            }
            wait();
        }
        Arrival<I, D, R> next = waiting.remove();
        expected--;
        gauge.set(waiting.size());
        notifyAll();
        return next;
    }
}

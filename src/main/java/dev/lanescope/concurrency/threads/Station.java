package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.Gauge;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.Visit;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Where one stage is done: the bounded queue before it, and how many pages are still to come.
final class Station<I, D, R> {

    /// Pages that may wait before a stage.
    private static final int ROOM = 16;

    /// A page that waits for the stage.
    record Arrival<I, D, R>(Batch<I, R> batch, Visit<D> visit) {}

    private final Stage stage;
    private final Gauge gauge;
    private final BlockingQueue<Arrival<I, D, R>> waiting = new ArrayBlockingQueue<>(ROOM);
    private final AtomicInteger expected = new AtomicInteger();
    private volatile boolean begun;

    /// @param gauge shows how many pages wait
    Station(Stage stage, Gauge gauge) {
        this.stage = stage;
        this.gauge = gauge;
    }

    Stage stage() {
        return stage;
    }

    /// One more page will come here.
    void expect() {
        begun = true;
        expected.incrementAndGet();
    }

    /// A page that was expected will not come.
    void expectLess() {
        expected.decrementAndGet();
    }

    /// Puts a page into the queue, when there is room.
    void queue(Arrival<I, D, R> arrival) throws InterruptedException {
        waiting.put(arrival);
        gauge.set(waiting.size());
    }

    /// Forgets the pages that wait.
    void clear() {
        waiting.clear();
    }

    /// The same for a thread of another station, whose lane says if it has to wait.
    void handOver(Arrival<I, D, R> arrival, LaneObserver lane) throws InterruptedException {
        if (!waiting.offer(arrival)) {
            lane.waits(Waiting.FOR_CHANNEL);
            waiting.put(arrival);
        }
        gauge.set(waiting.size());
    }

    /// Takes the next page; the lane says if there is none yet, or none any more.
    Arrival<I, D, R> take(LaneObserver lane) throws InterruptedException {
        Arrival<I, D, R> next = waiting.poll();
        if (next == null) {
            boolean nothingLeft = begun && expected.get() == 0;
            lane.waits(nothingLeft ? Waiting.NOTHING_LEFT : Waiting.FOR_WORK);
            next = waiting.take();
        }
        expected.decrementAndGet();
        gauge.set(waiting.size());
        return next;
    }
}

package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.kit.Seat;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;

/// Threads that live for one page each, on as many places as there are workers.
final class PageThreads<I, D, R> implements Crew<I, R> {

    private final String name;
    private final ItemRunner<I, D, R> runner;
    private final StopSignal stop;
    private final List<Place> places = new ArrayList<>();
    private final BlockingQueue<Place> free;
    private volatile boolean allStarted;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /// Where one page after the other has its thread.
    private final class Place {
        final LaneObserver lane;
        @Nullable Seat<D> seat;

        Place(LaneObserver lane) {
            this.lane = lane;
        }

        LaneObserver lane() {
            return seat == null ? lane : seat.lane();
        }
    }

    PageThreads(String name, int workers, ItemRunner<I, D, R> runner, Observer observer) {
        this.name = name;
        this.runner = runner;
        this.stop = runner.stop();
        this.free = new ArrayBlockingQueue<>(workers);
        for (int number = 0; number < workers; number++) {
            var place = new Place(observer.workerBegins(number, name + "-" + (number + 1)));
            place.lane.waits(Waiting.FOR_WORK);
            places.add(place);
            free.add(place);
        }
        stop.onRequest(() -> {
            threads.forEach(Thread::interrupt);
            free.offer(places.getFirst()); // whoever waits for a place is to see the stop
        });
    }

    @Override
    public List<Outcome<R>> perform(List<I> items) throws RunAborted, InterruptedException {
        Batch<I, R> batch = runner.begin(items);
        try {
            for (int item = 0; item < batch.size() && !stop.requested(); item++) {
                Place place = free.take();
                if (stop.requested()) {
                    break;
                }
                allStarted = item == batch.size() - 1;
                start(batch, item, place);
            }
            List<Place> idle = new ArrayList<>();
            free.drainTo(idle);
            for (Place place : idle) {
                place.lane().waits(Waiting.NOTHING_LEFT);
                free.offer(place);
            }
            batch.await();
        } catch (InterruptedException e) {
            stop.request();
            runner.join(List.copyOf(threads));
            throw e;
        }
        if (stop.requested()) {
            runner.join(List.copyOf(threads));
        }
        return runner.outcomes(batch);
    }

    private void start(Batch<I, R> batch, int item, Place place) {
        place.lane.waits(Waiting.STARTING);
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name(name + "-page-" + batch.number(item))
                        .unstarted(() -> perform(batch, item, place));
        threads.add(thread);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            threads.remove(thread);
            var _ = runner.noMoreThreads(e);
        }
    }

    private void perform(Batch<I, R> batch, int item, Place place) {
        place.lane().takesTurn();
        try {
            Seat<D> seat = place.seat;
            if (seat == null) {
                seat = runner.seat(place.lane);
                place.seat = seat;
            }
            if (!stop.requested()) {
                runner.perform(batch, item, seat);
            }
            seat.lane().waits(allStarted ? Waiting.NOTHING_LEFT : Waiting.FOR_WORK);
        } finally {
            threads.remove(Thread.currentThread());
            free.offer(place); // after a stop there may be no room, and no need
        }
    }

    @Override
    public void close() {
        runner.join(List.copyOf(threads));
        for (Place place : places) {
            place.lane().ends();
        }
    }
}

package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.kit.Seat;
import dev.lanescope.concurrency.kit.Visit;

import java.util.List;

/// A thread that writes what the threads of a pool have rendered. Before it stands a short queue:
/// whoever finds it full waits until there is room, so memory stays bounded.
final class WriteBehind<I, D, R> {

    private final ItemRunner<I, D, R> runner;
    private final StopSignal stop;
    private final List<Stage> stages;
    private final Station<I, D, R> station;
    private final LaneThread thread;
    private volatile boolean ended;

    /// @param name of the thread
    WriteBehind(String name, int lane, ItemRunner<I, D, R> runner, Observer observer) {
        this.runner = runner;
        this.stop = runner.stop();
        this.stages = runner.workload().stages();
        this.station =
                new Station<>(
                        new Stage("write", Stage.Kind.OUTPUT),
                        observer.gauge("waiting for the writer"));
        this.thread = new LaneThread(name, lane, observer, this::live);
    }

    void start() {
        thread.start();
        stop.onRequest(() -> {
            thread.interrupt();
            station.clear(); // whoever waits for room is to see the stop
        });
    }

    Thread thread() {
        return thread;
    }

    /// A batch begins, whose pages will come.
    void expect(Batch<I, R> batch) {
        for (int item = 0; item < batch.size(); item++) {
            if (isWritten(batch.item(item))) {
                station.expect();
            }
        }
    }

    private boolean isWritten(I item) {
        int[] path = runner.pathOrNone(item);
        return path.length > 0 && stages.get(path[path.length - 1]).kind() == Stage.Kind.OUTPUT;
    }

    /// Does all but the writing of an item on this seat, and leaves the rest to the writer.
    void perform(Batch<I, R> batch, int index, Seat<D> seat) {
        Visit<D> visit = runner.prepare(batch, index, seat);
        if (visit == null) {
            if (isWritten(batch.item(index))) {
                station.expectLess();
            }
            return;
        }
        try {
            station.handOver(new Station.Arrival<>(batch, visit), seat.lane());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            batch.settle(index, new Outcome.NotDone<>());
        }
    }

    private void live(LaneObserver lane) {
        Seat<D> seat = runner.seatForTransfers(lane);
        try {
            while (!stop.requested() && !ended) {
                Station.Arrival<I, D, R> arrival = station.take(seat.lane());
                runner.finish(arrival.batch(), arrival.visit(), seat);
            }
        } catch (InterruptedException _) {
            // a stop, or the end
        }
        seat.lane().ends();
    }

    /// Sends the writer home; nothing is to be written any more.
    void end() {
        ended = true; // the interrupt may be taken for one that was meant for a page
        thread.interrupt();
    }
}

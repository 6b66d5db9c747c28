package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.kit.Seat;
import dev.lanescope.concurrency.kit.Visit;

import java.util.ArrayList;
import java.util.List;

/// A station for each stage, and the threads at each of them.
final class StagedCrew<I, D, R> implements Crew<I, R> {

    private final ItemRunner<I, D, R> runner;
    private final StopSignal stop;
    private final List<Station<I, D, R>> stations = new ArrayList<>();
    private final List<LaneThread> threads = new ArrayList<>();
    private volatile boolean closed;

    StagedCrew(String name, int workers, ItemRunner<I, D, R> runner, Observer observer)
            throws RunAborted {
        this.runner = runner;
        this.stop = runner.stop();
        List<Stage> stages = runner.workload().stages();
        for (Stage stage : stages) {
            stations.add(new Station<>(stage, observer.gauge("waiting for " + stage.name())));
        }
        for (int number = 0; number < stages.size() * workers; number++) {
            Station<I, D, R> station = stations.get(number / workers);
            String stage = station.stage().name().replace(' ', '-');
            threads.add(
                    new LaneThread(
                            name + "-" + stage + "-" + (number % workers + 1),
                            number,
                            observer,
                            lane -> live(station, lane)));
        }
        try {
            threads.forEach(Thread::start);
        } catch (OutOfMemoryError e) {
            RunAborted cause = runner.noMoreThreads(e);
            close();
            throw cause;
        }
        stop.onRequest(() -> {
            threads.forEach(Thread::interrupt);
            stations.forEach(Station::clear); // whoever waits for room is to see the stop
        });
    }

    @Override
    public List<Outcome<R>> perform(List<I> items) throws RunAborted, InterruptedException {
        Batch<I, R> batch = runner.begin(items);
        for (int item = 0; item < batch.size(); item++) {
            for (int stage : runner.pathOrNone(batch.item(item))) {
                stations.get(stage).expect();
            }
        }
        try {
            for (int item = 0; item < batch.size() && !stop.requested(); item++) {
                Visit<D> visit = runner.open(batch, item, LaneObserver.NOBODY);
                if (visit != null) {
                    stations.get(visit.stage())
                            .handOver(new Station.Arrival<>(batch, visit), LaneObserver.NOBODY);
                } else {
                    expectLess(runner.pathOrNone(batch.item(item)));
                }
            }
            batch.await();
        } catch (InterruptedException e) {
            if (!stop.requested()) {
                stop.request();
                runner.join(threads);
                throw e;
            }
        }
        if (stop.requested()) {
            runner.join(threads);
        }
        return runner.outcomes(batch);
    }

    private void expectLess(int[] stages) {
        for (int stage : stages) {
            stations.get(stage).expectLess();
        }
    }

    /// One thread's life at a station: takes a page, does the station's stage, hands it on.
    private void live(Station<I, D, R> station, LaneObserver lane) {
        lane.waits(Waiting.STARTING);
        Seat<D> seat =
                station.stage().kind() == Stage.Kind.COMPUTE
                        ? runner.seat(lane)
                        : runner.seatForTransfers(lane);
        try {
            while (!stop.requested() && !closed) {
                Station.Arrival<I, D, R> arrival = station.take(seat.lane());
                Visit<D> visit = arrival.visit();
                boolean more = runner.step(arrival.batch(), visit, seat);
                seat.gate().leave();
                if (more) {
                    stations.get(visit.stage()).handOver(arrival, seat.lane());
                } else {
                    expectLess(visit.rest());
                }
            }
        } catch (InterruptedException _) {
            // a stop, or the end
        }
        seat.lane().ends();
    }

    @Override
    public void close() {
        closed = true; // an interrupt alone can be taken for the end of an item
        threads.forEach(Thread::interrupt);
        runner.join(threads);
    }
}

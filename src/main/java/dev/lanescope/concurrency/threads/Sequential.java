package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.WorkerRange;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.Gate;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.kit.Seat;
import dev.lanescope.concurrency.kit.Shares;
import dev.lanescope.concurrency.knobs.Knob;

import java.util.List;
import java.util.Optional;

/// One worker does one item after the other, on the calling thread. Every speed-up is measured
/// against it.
///
/// With a page timeout it is a thread of its own, so that it can be left behind in a page that
/// hangs. Nobody takes its place: all pages after that one are lost.
public final class Sequential implements ConcurrencyModel {

    @Override
    public String id() {
        return "sequential";
    }

    @Override
    public String title() {
        return "Sequential";
    }

    @Override
    public String whenToUse() {
        return "As the baseline of every comparison, and for work too small to share.";
    }

    @Override
    public String itsCatch() {
        return "All cores but one are idle.";
    }

    @Override
    public String ifAPageHangs() {
        return "No thread can be killed: what comes after such a page is lost.";
    }

    @Override
    public WorkerRange workers() {
        return WorkerRange.exactly(1, "one thread does one page after the other");
    }

    @Override
    public Optional<String> refusal(Knob knob) {
        return Refusals.ofThreads(knob);
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop)
            throws RunAborted {
        if (orders.knobs().hasPageTimeout()) {
            var runner = new ItemRunner<>(workload, orders.knobs(), stop);
            return PoolCrew.start(id(), 1, runner, observer, _ -> Gate.OPEN);
        }
        var lane = observer.workerBegins(0);
        lane.waits(Waiting.STARTING);
        var runner = new ItemRunner<>(workload, orders.knobs(), stop);
        return new One<>(runner, runner.seat(lane), stop);
    }

    /// The calling thread as a crew of one.
    private record One<I, D, R>(ItemRunner<I, D, R> runner, Seat<D> seat, StopSignal stop)
            implements Crew<I, R> {

        @Override
        public List<Outcome<R>> perform(List<I> items) throws RunAborted, InterruptedException {
            Batch<I, R> batch = runner.begin(items);
            for (Shares.Share share :
                    Shares.of(batch, runner.workload(), runner.knobs().scheduling(), 1)) {
                for (int item : share.items()) {
                    if (!stop.requested()) {
                        runner.perform(batch, item, seat);
                    }
                    if (Thread.currentThread().isInterrupted()) {
                        stop.request();
                        throw new InterruptedException("interrupted at item " + item);
                    }
                }
            }
            seat.lane().waits(Waiting.NOTHING_LEFT);
            return runner.outcomes(batch);
        }

        @Override
        public void close() {
            runner.join(List.of());
            seat.lane().ends();
        }
    }
}

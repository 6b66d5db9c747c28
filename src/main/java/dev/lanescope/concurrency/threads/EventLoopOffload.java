package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.WorkerRange;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.knobs.Knob;

import java.util.Optional;

/// An event loop that hands computing to a pool of so many threads and keeps for itself only what
/// comes back.
public final class EventLoopOffload implements ConcurrencyModel {

    @Override
    public String id() {
        return "event-loop-offload";
    }

    @Override
    public String title() {
        return "Event loop + pool";
    }

    @Override
    public String whenToUse() {
        return "For servers that must answer while they compute: the loop stays free, a pool computes.";
    }

    @Override
    public String itsCatch() {
        return "Every page crosses from the loop to the pool and back, which pays only if it computes long.";
    }

    @Override
    public String ifAPageHangs() {
        return "Its thread cannot be killed and is left behind; the others do what is left.";
    }

    @Override
    public WorkerRange workers() {
        return WorkerRange.any();
    }

    @Override
    public Optional<String> refusal(Knob knob) {
        return LoopCrew.refusal(knob);
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop)
            throws RunAborted {
        var runner = new ItemRunner<>(workload, orders.knobs(), stop);
        return LoopCrew.start(id(), orders.workers(), runner, observer);
    }
}

package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.WorkerRange;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.kit.Gate;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.knobs.Knob;

import java.util.Optional;

/// The JDK's own fixed thread pool: so many platform threads, one queue that all of them take from,
/// one task an item. Each thread makes its worker once and keeps it.
public final class FixedPool implements ConcurrencyModel {

    @Override
    public String id() {
        return "fixed-pool";
    }

    @Override
    public String title() {
        return "Platform threads";
    }

    @Override
    public String whenToUse() {
        return "For work that computes: as many threads as cores, all taking from one queue.";
    }

    @Override
    public String itsCatch() {
        return "A thread that waits keeps its place, and whoever gets the longest page last"
                + " finishes alone.";
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
        return knob == Knob.WRITES ? Optional.empty() : Refusals.ofThreads(knob);
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop)
            throws RunAborted {
        var runner = new ItemRunner<>(workload, orders.knobs(), stop);
        return PoolCrew.start(id(), orders.workers(), runner, observer, _ -> Gate.OPEN);
    }
}

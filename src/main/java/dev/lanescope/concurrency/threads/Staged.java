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

/// A pool for each stage, with so many threads, and a bounded queue before it: who cannot hand on a
/// page waits until there is room, so a slow stage holds up those before it (back-pressure) and
/// memory stays bounded.
///
/// Welsh, Culler, Brewer, SEDA, 2001.
public final class Staged implements ConcurrencyModel {

    @Override
    public String id() {
        return "staged";
    }

    @Override
    public String title() {
        return "Staged pipeline";
    }

    @Override
    public String whenToUse() {
        return "For work whose stages differ: a pool for each stage, connected by short queues.";
    }

    @Override
    public String itsCatch() {
        return "The slowest stage sets the pace; all others wait for it, before it or behind it.";
    }

    @Override
    public String ifAPageHangs() {
        return "Its thread cannot be killed and is left behind; others of its stage go on, if there are any.";
    }

    @Override
    public WorkerRange workers() {
        return new WorkerRange(1, 64, "");
    }

    @Override
    public Optional<String> refusal(Knob knob) {
        return switch (knob) {
            case SCHEDULING -> Optional.of("Pages go from queue to queue in their own order.");
            case WRITES -> Optional.of("It has a pool for writing already, behind a queue.");
            default -> Refusals.ofThreads(knob);
        };
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop)
            throws RunAborted {
        var runner = new ItemRunner<>(workload, orders.knobs(), stop);
        return new StagedCrew<>(id(), orders.workers(), runner, observer);
    }
}

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

/// A fixed pool under one lock, as CPython's threads are under the global interpreter lock: whoever
/// computes holds it, whoever reads or writes has let go of it. A page that hangs keeps the lock:
/// with a page timeout the pages that wait for it are lost, and the run ends.
public final class GlobalLock implements ConcurrencyModel {

    @Override
    public String id() {
        return "gil";
    }

    @Override
    public String title() {
        return "Global lock (GIL)";
    }

    @Override
    public String whenToUse() {
        return "To see what a global interpreter lock does: threads of which only one computes at a time.";
    }

    @Override
    public String itsCatch() {
        return "More workers bring nothing but waiting, except while pages are read and written.";
    }

    @Override
    public String ifAPageHangs() {
        return "It keeps the lock, and no thread can be killed: all that wait for it are lost.";
    }

    @Override
    public WorkerRange workers() {
        return WorkerRange.any();
    }

    @Override
    public Optional<String> refusal(Knob knob) {
        return switch (knob) {
            case SWITCH_INTERVAL, WRITES -> Optional.empty();
            default -> Refusals.ofThreads(knob);
        };
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop)
            throws RunAborted {
        var runner = new ItemRunner<>(workload, orders.knobs(), stop);
        var lock = new InterpreterLock(orders.knobs().switchInterval(), observer);
        return PoolCrew.start(id(), orders.workers(), runner, observer, lock::gate);
    }
}

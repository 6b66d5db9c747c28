package dev.lanescope.concurrency.isolated;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.WorkerRange;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;

import java.time.Duration;
import java.util.Optional;

/// Interpreters with some threads and no lock each, as free-threaded Python has them since 3.13 (PEP
/// 703): threads of one interpreter share its statics and compute side by side. They are two unless
/// [Knob#THREADS] says otherwise; the last interpreter has what is left.
public final class IsolatedThreads implements ConcurrencyModel {

    private final Interpreters pool;

    public IsolatedThreads() {
        this(Interpreters.ofThisApp());
    }

    /// @param pool where it takes its interpreters from
    public IsolatedThreads(Interpreters pool) {
        this.pool = pool;
    }

    @Override
    public String id() {
        return "isolated-threads";
    }

    @Override
    public String title() {
        return "Loaders with threads";
    }

    @Override
    public String whenToUse() {
        return "To see what the lock inside an interpreter costs: the same two threads each, and no"
                + " lock.";
    }

    @Override
    public String itsCatch() {
        return "Half as many copies of all classes to warm up, but a static that one thread poisons"
                + " is poisoned for the other.";
    }

    @Override
    public String ifAPageHangs() {
        return "Its interpreter is given up with both its threads, which cannot be killed; the others go on.";
    }

    @Override
    public WorkerRange workers() {
        return new WorkerRange(1, IsolatedGil.MOST, "");
    }

    @Override
    public Optional<String> refusal(Knob knob) {
        return knob == Knob.THREADS ? Optional.empty() : Refusals.of(knob);
    }

    @Override
    public Optional<String> refusal(Knobs knobs) {
        return Refusals.of(knobs).or(() -> ConcurrencyModel.super.refusal(knobs));
    }

    @Override
    public boolean sharesHeap() {
        return false;
    }

    @Override
    public long experience(int workers, Knobs knobs, long here, long inThisRun) {
        return pool.leastDone(Math.ceilDiv(workers, knobs.threads()));
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop)
            throws RunAborted {
        var threads = orders.groups();
        return IsolatedCrew.hire(pool, threads, Duration.ZERO, workload, orders, observer, stop);
    }
}

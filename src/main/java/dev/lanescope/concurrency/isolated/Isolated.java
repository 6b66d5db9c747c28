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
import java.util.Collections;
import java.util.Optional;

/// As many interpreters as workers, each a class loader with one thread of its own: what CPython
/// calls subinterpreters (PEP 734). What the workload needs goes to each once; then items go in and
/// results come out, as bytes.
public final class Isolated implements ConcurrencyModel {

    /// Each takes a few megabytes for classes and compiled code, for as long as the app lives.
    private static final int MOST = 64;

    private final Interpreters pool;

    public Isolated() {
        this(Interpreters.ofThisApp());
    }

    /// @param pool where it takes its interpreters from
    public Isolated(Interpreters pool) {
        this.pool = pool;
    }

    @Override
    public String id() {
        return "isolated";
    }

    @Override
    public String title() {
        return "Isolated loaders";
    }

    @Override
    public String whenToUse() {
        return "For code with global state: each worker has classes and statics of its own, in one"
                + " process.";
    }

    @Override
    public String itsCatch() {
        return "Class loaders isolate names and statics, not crashes; each warms up anew, and all"
                + " crosses as bytes.";
    }

    @Override
    public String ifAPageHangs() {
        return "Its thread cannot be killed: its interpreter is given up, and the others go on.";
    }

    @Override
    public WorkerRange workers() {
        return new WorkerRange(1, MOST, "");
    }

    @Override
    public Optional<String> refusal(Knob knob) {
        return Refusals.of(knob);
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
        return pool.leastDone(workers);
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop)
            throws RunAborted {
        var threads = Collections.nCopies(orders.workers(), 1);
        return IsolatedCrew.hire(pool, threads, Duration.ZERO, workload, orders, observer, stop);
    }
}

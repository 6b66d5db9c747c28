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

import java.util.List;
import java.util.Optional;

/// Interpreters with some threads and one lock each, as CPython has them since 3.12 (PEP 684): of
/// the threads, one computes while the others read or write. They are two unless [Knob#THREADS]
/// says otherwise; the last interpreter has what is left.
public final class IsolatedGil implements ConcurrencyModel {

    static final int MOST = 128;

    private final Interpreters pool;

    public IsolatedGil() {
        this(Interpreters.ofThisApp());
    }

    /// @param pool where it takes its interpreters from
    public IsolatedGil(Interpreters pool) {
        this.pool = pool;
    }

    @Override
    public String id() {
        return "isolated-gil";
    }

    @Override
    public String title() {
        return "Loaders with a GIL";
    }

    @Override
    public String whenToUse() {
        return "To see Python's lock per interpreter: two threads each, of which one computes while"
                + " one reads or writes.";
    }

    @Override
    public String itsCatch() {
        return "Half the workers wait wherever pages are computed; each interpreter still warms up"
                + " anew.";
    }

    @Override
    public String ifAPageHangs() {
        return "Its interpreter is given up with both its threads, which cannot be killed; the others go on.";
    }

    @Override
    public WorkerRange workers() {
        return new WorkerRange(1, MOST, "");
    }

    @Override
    public Optional<String> refusal(Knob knob) {
        return knob == Knob.SWITCH_INTERVAL || knob == Knob.THREADS
                ? Optional.empty()
                : Refusals.of(knob);
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
        List<Integer> threads = orders.groups();
        var interval = orders.knobs().switchInterval();
        return IsolatedCrew.hire(pool, threads, interval, workload, orders, observer, stop);
    }
}

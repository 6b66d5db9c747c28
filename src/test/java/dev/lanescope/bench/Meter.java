package dev.lanescope.bench;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.WorkerRange;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.knobs.Knob;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;

/// A model that measures another: exactly the rendering of a run, without what comes before (the
/// output folder is emptied) and after (everything is read back). The bare loop is measured with
/// the same [Reading]s.
final class Meter implements ConcurrencyModel {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// All clocks at one moment. What all threads together have allocated is one of them: while one
    /// thing is measured, nothing else goes on.
    record Reading(long nanos, long cpuNanos, double compilerSeconds, long allocatedBytes) {

        static Reading now() {
            return new Reading(
                    System.nanoTime(),
                    ProcessCpu.nanos(),
                    CompilerTime.seconds(),
                    THREADS.getTotalThreadAllocatedBytes());
        }

        /// What has been used since an earlier moment.
        Cost since(Reading earlier) {
            return new Cost(
                    (nanos - earlier.nanos) / 1e9,
                    (cpuNanos - earlier.cpuNanos) / 1e9,
                    compilerSeconds - earlier.compilerSeconds,
                    allocatedBytes - earlier.allocatedBytes);
        }
    }

    private final ConcurrencyModel model;
    private Cost cost = new Cost(0, 0);

    Meter(ConcurrencyModel model) {
        this.model = model;
    }

    /// What the last run cost.
    Cost cost() {
        return cost;
    }

    @Override
    public Optional<String> refusal(Knob knob) {
        return model.refusal(knob);
    }

    /// Measured from before the crew is hired until it has been dismissed.
    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop)
            throws RunAborted {
        Reading begun = Reading.now();
        Crew<I, R> crew = model.hire(workload, orders, observer, stop);
        return new Crew<>() {
            @Override
            public List<Outcome<R>> perform(List<I> items) throws RunAborted, InterruptedException {
                return crew.perform(items);
            }

            @Override
            public void close() {
                crew.close();
                cost = Reading.now().since(begun);
            }
        };
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public String title() {
        return model.title();
    }

    @Override
    public String whenToUse() {
        return model.whenToUse();
    }

    @Override
    public String itsCatch() {
        return model.itsCatch();
    }

    @Override
    public String ifAPageHangs() {
        return model.ifAPageHangs();
    }

    @Override
    public WorkerRange workers() {
        return model.workers();
    }
}

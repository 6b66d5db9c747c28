package dev.lanescope.concurrency.processes;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.WorkerRange;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;

import java.util.Optional;

/// Child processes with several threads each: two unless [Knob#THREADS] says otherwise; the last
/// has what is left. The threads of a process share a JVM, its warm-up and its copy of the site,
/// and its death.
public final class Hybrid implements ConcurrencyModel {

    private static final int MOST = 128;

    @Override
    public String id() {
        return "hybrid";
    }

    @Override
    public String title() {
        return "Processes × threads";
    }

    @Override
    public String whenToUse() {
        return "For many cores: fewer JVMs than processes, and still no page can take the run down.";
    }

    @Override
    public String itsCatch() {
        return "Threads of a process warm up together, collect garbage together and die together; there"
                + " are two of them unless told otherwise.";
    }

    @Override
    public String ifAPageHangs() {
        return "Its process is killed and another one started; what its other threads did is done again.";
    }

    @Override
    public WorkerRange workers() {
        return new WorkerRange(1, MOST, "");
    }

    @Override
    public Optional<String> refusal(Knob knob) {
        return knob == Knob.THREADS ? Optional.empty() : Refusals.of(knob);
    }

    @Override
    public Optional<String> refusal(Knobs knobs) {
        return Refusals.of(knobs.without(Knob.THREADS));
    }

    @Override
    public boolean sharesHeap() {
        return false;
    }

    @Override
    public boolean survivesCrashes() {
        return true;
    }

    @Override
    public long experience(int workers, Knobs knobs, long here, long inThisRun) {
        return inThisRun
                / Math.ceilDiv(workers, knobs.threads()); // the children of each run are new
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop) {
        return ProcessCrew.hire(id(), orders.groups(), workload, orders, observer, stop);
    }
}

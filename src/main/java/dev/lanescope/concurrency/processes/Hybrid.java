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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Child processes with two threads each; the last has one if the number of workers is odd. The two
/// share a JVM, its warm-up and its copy of the site, and its death.
public final class Hybrid implements ConcurrencyModel {

    private static final int THREADS = 2;
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
        return "For many cores: half the JVMs of processes, and still no page can take the run down.";
    }

    @Override
    public String itsCatch() {
        return "Two threads to a process: they warm up together, collect garbage together and die"
                + " together.";
    }

    @Override
    public String ifAPageHangs() {
        return "Its process is killed and another one started; what the other thread did is done again.";
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
        return Refusals.of(knobs);
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
    public long experience(int workers, long here, long inThisRun) {
        return inThisRun / Math.ceilDiv(workers, THREADS); // the children of each run are new
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop) {
        List<Integer> threads =
                new ArrayList<>(Collections.nCopies(orders.workers() / THREADS, THREADS));
        if (orders.workers() % THREADS > 0) {
            threads.add(orders.workers() % THREADS);
        }
        return ProcessCrew.hire(id(), threads, workload, orders, observer, stop);
    }
}

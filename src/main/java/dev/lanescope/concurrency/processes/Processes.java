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

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;

/// As many JVMs as workers, each with one thread, spoken to over Unix domain sockets. What the
/// workload needs goes to each once; then items go there and results come back, several at a time.
/// A child that dies is replaced, and only an item that kills twice is lost.
public final class Processes implements ConcurrencyModel {

    /// More JVMs than this are a typing error on any machine that runs this program.
    private static final int MOST = 64;

    @Override
    public String id() {
        return "processes";
    }

    @Override
    public String title() {
        return "Processes";
    }

    @Override
    public String whenToUse() {
        return "For pages that may hang, run out of memory or crash: only their own process dies.";
    }

    @Override
    public String itsCatch() {
        return "Each process starts a JVM, warms up alone and keeps its own copy of the site;"
                + " everything crosses as bytes.";
    }

    @Override
    public String ifAPageHangs() {
        return "Its process is killed and another one started; nothing else is lost.";
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
    public long experience(int workers, Knobs knobs, long here, long inThisRun) {
        return inThisRun / workers; // the children of each run are new
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop) {
        var threads = Collections.nCopies(orders.workers(), 1);
        return ProcessCrew.hire(id(), threads, workload, orders, observer, stop);
    }

    /// Whether children start from a cache of classes that an earlier run has left in this folder;
    /// if not, the next run that is given it makes one.
    public static boolean haveCache(Path folder) {
        return TrainedCache.of(folder, JavaCommand.forWorkers(0, false))
                .flatMap(TrainedCache::file)
                .isPresent();
    }
}

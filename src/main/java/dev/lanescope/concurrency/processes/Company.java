package dev.lanescope.concurrency.processes;

import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.crossing.Deaths;
import dev.lanescope.concurrency.crossing.Job;
import dev.lanescope.concurrency.crossing.Packing;
import dev.lanescope.concurrency.crossing.Traffic;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.knobs.Knobs;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// What all posts of a crew have in common.
final class Company<I, D, R> {

    /// More dead children than this, or so many in a row that have not done anything, mean that it
    /// is not the pages.
    private static final int MOST_DEAD = 200;

    private static final int MOST_IN_VAIN = 4;

    /// How long a page may take if nobody has said so; a run with children always ends.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final ItemRunner<I, D, R> runner;
    private final Observer observer;
    private final Launch launch;
    private final Alarms alarms;
    private final Traffic traffic;
    private final Packing<I, ?> packing;
    private final Deaths deaths;
    private final AtomicInteger dead = new AtomicInteger();
    private volatile @Nullable Job<I, R> job;
    private volatile @Nullable ProcessBuilder command;

    Company(String name, ItemRunner<I, D, R> runner, Observer observer, Launch launch) {
        this.name = name;
        this.runner = runner;
        this.observer = observer;
        this.launch = launch;
        this.alarms = new Alarms(name + "-alarms");
        this.traffic = new Traffic(observer);
        this.deaths = new Deaths(observer);
        this.packing = Packing.of(runner.workload());
    }

    String name() {
        return name;
    }

    Workload<I, D, R> work() {
        return runner.workload();
    }

    Observer observer() {
        return observer;
    }

    Launch launch() {
        return launch;
    }

    Alarms alarms() {
        return alarms;
    }

    Packing<I, ?> packing() {
        return packing;
    }

    Deaths deaths() {
        return deaths;
    }

    Traffic traffic() {
        return traffic;
    }

    /// What there is to do; null before the first batch.
    @Nullable Job<I, R> job() {
        return job;
    }

    void has(Job<I, R> newJob) {
        job = newJob;
    }

    /// How children are started.
    ProcessBuilder command() {
        ProcessBuilder known = command;
        if (known == null) {
            throw new IllegalStateException("nobody has said how");
        }
        return known;
    }

    void startsBy(ProcessBuilder how) {
        command = how;
    }

    /// How long a page may take.
    Duration patience() {
        Knobs knobs = runner.knobs();
        return knobs.hasPageTimeout()
                ? knobs.pageTimeout()
                : PATIENCE.multipliedBy(knobs.cpuWeight())
                        .plus(knobs.readLatency())
                        .plus(knobs.writeLatency());
    }

    /// A child has died.
    ///
    /// @param inVain how many at its post, one after the other, have not ended a single item
    /// @param why what is known of it
    /// @return whether another may take its place; if not, the run is over
    boolean mayReplace(int inVain, String why) {
        int all = dead.incrementAndGet();
        if (all <= MOST_DEAD && inVain < MOST_IN_VAIN) {
            return true;
        }
        abort(
                all + " child processes have died in this run, the last one so: " + why,
                new IllegalStateException(why));
        return false;
    }

    void abort(String sentence, Throwable cause) {
        runner.abort(new RunAborted(sentence, cause));
    }
}

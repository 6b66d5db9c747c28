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

/// A virtual thread for each page, all of them started at once (JEP 444). As many as there are
/// workers compute at a time; the others wait unmounted. The lanes are the carriers, the platform
/// threads on which virtual threads are mounted: the JVM decides how many there are. A page that
/// hangs keeps its carrier; with a page timeout the JVM is given another one in its stead.
public final class VirtualThreads implements ConcurrencyModel {

    @Override
    public String id() {
        return "virtual-threads";
    }

    @Override
    public String title() {
        return "Virtual threads";
    }

    @Override
    public String whenToUse() {
        return "For pages that wait: each has a thread of its own that costs next to nothing while it waits.";
    }

    @Override
    public String itsCatch() {
        return "Computing still takes a core; a thousand threads on two cores are no faster than two.";
    }

    @Override
    public String ifAPageHangs() {
        return "Its carrier cannot be killed and is left behind; the JVM gets another one.";
    }

    @Override
    public WorkerRange workers() {
        return WorkerRange.any();
    }

    @Override
    public Optional<String> refusal(Knob knob) {
        return switch (knob) {
            case SCHEDULING ->
                    Optional.of(
                            "The JDK schedules virtual threads; nobody takes pages from a queue.");
            case WRITES ->
                    Optional.of("A page that is written holds up nobody: it has its own thread.");
            default -> Refusals.ofThreads(knob);
        };
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop)
            throws RunAborted {
        var runner = new ItemRunner<>(workload, orders.knobs(), stop);
        return new VirtualCrew<>(orders.workers(), runner, observer);
    }
}

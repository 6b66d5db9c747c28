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

/// A platform thread for each page, which ends with it. As any program of this kind comes to do, it
/// lets only so many threads live at once; the lanes are these places, and the private state stays
/// with the place.
public final class ThreadPerPage implements ConcurrencyModel {

    @Override
    public String id() {
        return "thread-per-page";
    }

    @Override
    public String title() {
        return "Thread per page";
    }

    @Override
    public String whenToUse() {
        return "To see what a thread costs: a new platform thread for each page, so many at once.";
    }

    @Override
    public String itsCatch() {
        return "Every page pays for the start of a thread, which is long if the page is short.";
    }

    @Override
    public String ifAPageHangs() {
        return "Its thread cannot be killed and is left behind; the others go on.";
    }

    @Override
    public WorkerRange workers() {
        return WorkerRange.any();
    }

    @Override
    public Optional<String> refusal(Knob knob) {
        return knob == Knob.SCHEDULING
                ? Optional.of("A page gets a thread of its own: nobody takes it from a queue.")
                : Refusals.ofThreads(knob);
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop)
            throws RunAborted {
        var runner = new ItemRunner<>(workload, orders.knobs(), stop);
        return new PageThreads<>(id(), orders.workers(), runner, observer);
    }
}

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

/// One thread that computes and never waits: what reads and writes is handed to a few helper
/// threads, as libuv and asyncio do with files, and comes back as an event.
public final class EventLoop implements ConcurrencyModel {

    @Override
    public String id() {
        return "event-loop";
    }

    @Override
    public String title() {
        return "Event loop";
    }

    @Override
    public String whenToUse() {
        return "For pages that wait for disk or network: one thread computes while helpers read and write.";
    }

    @Override
    public String itsCatch() {
        return "One thread computes, so a long page holds up all others, and more cores bring nothing.";
    }

    @Override
    public String ifAPageHangs() {
        return "No thread can be killed: what comes after such a page is lost.";
    }

    @Override
    public WorkerRange workers() {
        return WorkerRange.exactly(1, "one thread computes; its helpers only read and write");
    }

    @Override
    public Optional<String> refusal(Knob knob) {
        return LoopCrew.refusal(knob);
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop)
            throws RunAborted {
        var runner = new ItemRunner<>(workload, orders.knobs(), stop);
        return LoopCrew.start(id(), 0, runner, observer);
    }
}

package dev.lanescope.concurrency.auto;

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
import dev.lanescope.concurrency.threads.Sequential;

import java.util.Optional;

/// Does the first pages alone, compares their CPU time with the time they took, and chooses: one
/// thread for work too small to share, a thread for each core for pages that compute, virtual
/// threads for pages that wait. It says in the run what it chose and why.
public final class Auto implements ConcurrencyModel {

    @Override
    public String id() {
        return "auto";
    }

    @Override
    public String title() {
        return "Automatic";
    }

    @Override
    public String whenToUse() {
        return "When you do not know whether your pages compute or wait: it looks, chooses, and says"
                + " why.";
    }

    @Override
    public String itsCatch() {
        return "The first pages are rendered by one thread, and what they tell may not hold for the"
                + " rest.";
    }

    @Override
    public String ifAPageHangs() {
        return "What it keeps is what the model keeps that was chosen; before that, the first thread.";
    }

    /// At most so many.
    @Override
    public WorkerRange workers() {
        return WorkerRange.any();
    }

    /// What it would choose.
    ///
    /// @param words the model, the number of its workers, and why
    public record Choice(int workers, String words) {}

    /// What it would choose if all pages together had told it that one thread computes and waits so
    /// long, with everything as usual and as many workers allowed as it likes.
    ///
    /// @param pages at least one
    public static Choice choice(int pages, long computeNanos, long waitNanos, int cores) {
        var probe = new Probe(pages, 1, computeNanos + waitNanos, computeNanos, waitNanos);
        Advice advice = Advice.on(probe, 1, WorkerRange.LIMIT, cores, Knobs.STANDARD);
        return new Choice(advice.workers(), advice.words());
    }

    @Override
    public Optional<String> refusal(Knob knob) {
        return new Sequential().refusal(knob);
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop)
            throws RunAborted {
        return new AutoCrew<>(workload, orders, observer, stop, Stopwatch.ofThisMachine());
    }
}

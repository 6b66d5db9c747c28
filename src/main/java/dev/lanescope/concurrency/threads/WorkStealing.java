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
import dev.lanescope.concurrency.knobs.Knobs;

import java.util.Optional;

/// The JDK's fork/join pool: the pages are split in halves until one is left, each thread works at
/// its own half, and who has nothing to do steals the biggest piece that somebody else has put off.
///
/// Doug Lea, A Java Fork/Join Framework, 2000.
public final class WorkStealing implements ConcurrencyModel {

    @Override
    public String id() {
        return "work-stealing";
    }

    @Override
    public String title() {
        return "Work stealing";
    }

    @Override
    public String whenToUse() {
        return "For pages of very different size: the work splits itself, and idle threads take over halves.";
    }

    @Override
    public String itsCatch() {
        return "Nobody can say in which order pages are done, and tiny pages pay for the splitting.";
    }

    @Override
    public String ifAPageHangs() {
        return "Its thread cannot be killed and is left behind; the others do what is left.";
    }

    @Override
    public WorkerRange workers() {
        return WorkerRange.any();
    }

    @Override
    public Optional<String> refusal(Knob knob) {
        return knob == Knob.SCHEDULING ? Optional.empty() : Refusals.ofThreads(knob);
    }

    /// What it could turn otherwise, but not into this position.
    @Override
    public Optional<String> refusal(Knobs knobs) {
        return switch (knobs.scheduling().order()) {
            case ROUND_ROBIN ->
                    Optional.of("Idle threads steal: what is dealt out does not stay where it is.");
            case HEAVIEST_FIRST ->
                    Optional.of(
                            "Halves are begun at once, so the biggest pages are not all first.");
            case SHARED_QUEUE, CHUNKS -> ConcurrencyModel.super.refusal(knobs);
        };
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop)
            throws RunAborted {
        var runner = new ItemRunner<>(workload, orders.knobs(), stop);
        return new StealingCrew<>(id(), orders.workers(), runner, observer);
    }
}

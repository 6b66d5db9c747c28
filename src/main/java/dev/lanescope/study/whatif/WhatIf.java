package dev.lanescope.study.whatif;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.replay.Order;
import dev.lanescope.analysis.replay.Replay;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Scheduling;
import dev.lanescope.recording.Experiment;

import java.util.Optional;

/// Another setting of what was run: other workers, another order, more pages at once. Everything
/// else stays.
///
/// @param base what was run
/// @param order in which workers take the pages
/// @param atOnce how many pages a worker is sent, or takes, at once
public record WhatIf(Experiment base, int workers, Order order, int atOnce) {

    /// Why the model cannot do that, in one sentence; empty if it can.
    public Optional<String> refusal() {
        var model = base.model();
        if (!model.workers().contains(workers)) {
            return Optional.of(
                    model.title()
                            + (model.workers().isFixed()
                                    ? " always has the same number of workers: "
                                            + model.workers().why()
                                            + "."
                                    : " takes "
                                            + model.workers().least()
                                            + " to "
                                            + model.workers().most()
                                            + " workers, not "
                                            + workers
                                            + "."));
        }
        boolean sent = Replay.isSentBatches(model.id());
        int most = sent ? Knobs.MOST_IN_BATCH : Scheduling.MOST_AT_ONCE - 1;
        if (atOnce < 1 || atOnce > most) {
            return Optional.of("Pages at once are from 1 to " + most + ", not " + atOnce + ".");
        }
        if (!sent && order == Order.HEAVIEST_FIRST && atOnce > 1) {
            return Optional.of(
                    "Chunks are taken in the order of the pages: heaviest first goes with one page"
                            + " at once.");
        }
        if (!sent && order == Order.ROUND_ROBIN && atOnce > 1) {
            return Optional.of(
                    "Chunks are taken from one queue: pages that are dealt out in turn go with one"
                            + " page at once.");
        }
        Knobs knobs = knobs();
        for (Knob knob : knobs.turned()) {
            Optional<String> why = model.refusal(knobs.only(knob));
            if (why.isPresent()) {
                return why;
            }
        }
        return Optional.empty();
    }

    private Knobs knobs() {
        boolean sent = Replay.isSentBatches(base.model().id());
        Knobs knobs = sent ? base.knobs().withBatch(atOnce) : base.knobs();
        return switch (order) {
            case HEAVIEST_FIRST -> knobs.with(Scheduling.HEAVIEST_FIRST);
            case ROUND_ROBIN -> knobs.with(Scheduling.ROUND_ROBIN);
            case AS_RECORDED ->
                    sent
                            ? knobs
                            : knobs.with(
                                    atOnce == 1
                                            ? Scheduling.SHARED_QUEUE
                                            : Scheduling.chunksOf(atOnce));
        };
    }

    /// What is to be run to find out.
    ///
    /// @throws IllegalArgumentException if the model cannot do that
    public Experiment experiment() {
        refusal()
                .ifPresent(why -> {
                    throw new IllegalArgumentException(why);
                });
        return new Experiment(
                base.site(),
                base.output(),
                base.model(),
                workers,
                knobs(),
                base.settings(),
                true,
                false,
                base.jvmWatched());
    }

    /// E.g. `Platform threads × 4, heaviest first, 8 pages at once`.
    public String words() {
        return base.model().title()
                + " \u00d7 "
                + workers
                + switch (order) {
                    case AS_RECORDED -> "";
                    case HEAVIEST_FIRST -> ", heaviest first";
                    case ROUND_ROBIN -> ", dealt out in turn";
                }
                + (atOnce > 1 ? ", " + Amounts.count(atOnce, "page") + " at once" : "");
    }
}

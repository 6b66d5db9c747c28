package dev.lanescope.study.whatif;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.replay.Order;
import dev.lanescope.analysis.replay.Prediction;
import dev.lanescope.analysis.replay.Replay;
import dev.lanescope.analysis.replay.Setting;
import dev.lanescope.study.NoiseProbe;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a run would take otherwise, or why that is not said.
public sealed interface Forecast {

    /// The replays' figure, and the bounds of theory around it: between them whatever machine does
    /// the recorded tasks as fast as they were done, with no worker idle while there are tasks.
    ///
    /// @param nanos the median of the replays
    /// @param leastNanos the least bound of any of them
    /// @param mostNanos the greatest
    /// @param runs how many runs were replayed
    /// @param error by how much the median replay missed its own run, as part of it
    record Told(long nanos, long leastNanos, long mostNanos, int runs, double error)
            implements Forecast {}

    /// It is not said.
    ///
    /// @param why one sentence
    record Withheld(String why) implements Forecast {}

    /// Replays runs of one setting under another.
    ///
    /// More workers than processors share these, so they are replayed as so many.
    ///
    /// @param recorded at least one
    /// @param processors of the machine that is to do it
    /// @param probe what that machine gives now
    static Forecast of(List<Snapshot> recorded, WhatIf asked, int processors, NoiseProbe probe) {
        Optional<String> refusal = asked.refusal();
        if (refusal.isPresent()) {
            return new Withheld(refusal.get());
        }
        List<Replay> replays = new ArrayList<>();
        recorded.forEach(run -> Replay.of(run).ifPresent(replays::add));
        if (replays.size() < recorded.size() || replays.isEmpty()) {
            return new Withheld(
                    "Runs under "
                            + asked.base().model().title()
                            + " cannot be replayed: its workers do not take whole pages from one"
                            + " queue, or not all pages were done.");
        }
        List<Double> errors = replays.stream().map(Replay::error).sorted().toList();
        double error = errors.get((errors.size() - 1) / 2);
        if (Math.abs(error) > Replay.MISSES) {
            return new Withheld(
                    "The replay misses the recorded run itself by "
                            + Amounts.percent(Math.abs(error))
                            + ", so it is worth nothing about another one.");
        }
        if (asked.order() == Order.ROUND_ROBIN && asked.workers() > processors) {
            return new Withheld(
                    "Pages that are dealt out to more workers than the "
                            + processors
                            + " processors cannot be replayed: who of them gets a processor is not"
                            + " known.");
        }
        if (!probe.isQuiet()) {
            return new Withheld(
                    "The machine is too noisy: it gave "
                            + probe.words()
                            + ". Ask again when nothing else runs.");
        }
        return told(replays, asked, processors, error);
    }

    private static Told told(List<Replay> replays, WhatIf asked, int processors, double error) {
        var setting =
                new Setting(
                        Math.min(asked.workers(), processors), asked.order(), asked.atOnce(), true);
        List<Prediction> predictions = replays.stream().map(each -> each.run(setting)).toList();
        List<Long> figures = predictions.stream().map(Prediction::nanos).sorted().toList();
        return new Told(
                figures.get((figures.size() - 1) / 2),
                predictions.stream().mapToLong(Prediction::leastNanos).min().orElseThrow(),
                predictions.stream().mapToLong(Prediction::mostNanos).max().orElseThrow(),
                replays.size(),
                error);
    }
}

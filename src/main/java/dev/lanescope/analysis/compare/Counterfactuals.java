package dev.lanescope.analysis.compare;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.KnownMachine;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.analysis.replay.LeavingOut;
import dev.lanescope.analysis.replay.Prediction;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;

/// How many times as fast as one worker a setting would be without parts of its losses, by replay
/// of its run in the middle; or why that is not said. Predictions, never measured.
///
/// Losses stand in for each other: without one, another may take its place. So each part is left
/// out alone, and all are left out together; what all bring together is shared out among them by
/// their [Shapley] values.
public sealed interface Counterfactuals {

    /// Simulated pages of one answer; beyond that the smallest parts are not left out.
    long MOST_STEPS = 6_000_000;

    /// Repeats whose replays tell how far shares differ from run to run.
    int MOST_RUNS = 5;

    /// A part of the losses.
    ///
    /// @param alone without this part alone
    /// @param share its share in what is gained without all parts, in speed-up; below 0 where the
    ///   run did better than one worker
    /// @param shareLow the least share in the replay of any repeat
    /// @param shareHigh the greatest
    record Part(
            StackPart part, Counterfactual alone, double share, double shareLow, double shareHigh) {

        /// E.g. `Without start-up it would be 1.90 times as fast as one worker (bounds 1.62 to
        /// 2.00). Its share in the gain without all of these is +0.12.`
        public String sentence(int runs) {
            return "Without "
                    + part.title()
                    + ", alone: "
                    + alone.words()
                    + ". Its share of what all bring: "
                    + signed(share)
                    + (runs > 1
                            ? " ("
                                    + signed(shareLow)
                                    + " to "
                                    + signed(shareHigh)
                                    + " in "
                                    + runs
                                    + " runs)"
                            : "")
                    + ". Predicted: "
                    + LeavingOut.meaning(part)
                    + ".";
        }
    }

    /// It is said.
    ///
    /// @param replayed the speed-up by replay with nothing left out: shares are counted from here
    /// @param measured the speed-up of the run itself
    /// @param parts what took most first
    /// @param all without all of them; `replayed` and all shares come to its speed-up
    /// @param runs how many repeats were replayed for the shares' range
    record Told(double replayed, double measured, List<Part> parts, Counterfactual all, int runs)
            implements Counterfactuals {

        public Told {
            parts = List.copyOf(parts);
        }

        public Optional<Part> part(StackPart part) {
            return parts.stream().filter(each -> each.part() == part).findFirst();
        }
    }

    /// It is not said.
    ///
    /// @param why one sentence
    record Withheld(String why) implements Counterfactuals {}

    /// E.g. `+0.12`.
    static String signed(double share) {
        return Amounts.signed(share);
    }

    /// Replays a setting against the sequential run; may take a second for thousands of pages, and
    /// gives up with a [CancellationException] when its thread is interrupted.
    static Counterfactuals of(Comparison.Row row, Comparison comparison) {
        Snapshot run = row.contender().median();
        if (row.stack().isEmpty()) {
            return new Withheld("It takes a run under Sequential as the baseline.");
        }
        if (row.contender().isSequential()) {
            return new Withheld("It is the baseline.");
        }
        OptionalInt processors = KnownMachine.processors(run.info());
        if (processors.isEmpty()) {
            return new Withheld("How many processors the machine had is not known.");
        }
        if (run.lanes().size() > processors.getAsInt()) {
            return new Withheld(
                    "It had "
                            + run.lanes().size()
                            + " lanes on "
                            + Amounts.count(processors.getAsInt(), "processor")
                            + ": who of them would have had one is not known.");
        }
        Snapshot one = comparison.baseline().median();
        Optional<LeavingOut> replay = LeavingOut.of(run, one);
        if (replay.isEmpty()) {
            return new Withheld(
                    "It cannot be replayed: its workers do not take whole pages from one queue, or"
                            + " not all pages were done.");
        }
        if (replay.get().replay().missesItself()) {
            return new Withheld(
                    "The replay misses the run itself by "
                            + Amounts.percent(Math.abs(replay.get().replay().error()))
                            + ", so it is worth nothing about another one.");
        }
        return told(replay.get(), row.contender(), one);
    }

    private static Told told(LeavingOut replay, Contender contender, Snapshot one) {
        List<LeavingOut> repeats = new ArrayList<>(List.of(replay));
        for (Snapshot repeat : contender.runs()) {
            if (repeats.size() < MOST_RUNS && !repeat.equals(contender.median())) {
                LeavingOut.of(repeat, one)
                        .filter(each -> !each.replay().missesItself())
                        .ifPresent(repeats::add);
            }
        }
        List<StackPart> players = players(replay, repeats.size(), one.info().pages());
        List<List<Double>> shares =
                repeats.stream().map(each -> shares(each, players, one)).toList();
        var parts = new ArrayList<Part>();
        for (int player = 0; player < players.size(); player++) {
            int number = player;
            var range = shares.stream().mapToDouble(each -> each.get(number)).summaryStatistics();
            parts.add(
                    new Part(
                            players.get(player),
                            over(one, replay.run(Set.of(players.get(player)))),
                            shares.getFirst().get(player),
                            range.getMin(),
                            range.getMax()));
        }
        return new Told(
                over(one, replay.run(Set.of())).speedUp(),
                (double) one.endNanos() / Math.max(1, contender.median().endNanos()),
                parts,
                over(one, replay.run(Set.copyOf(players))),
                repeats.size());
    }

    /// Those that took most, as many as can be told in good time.
    private static List<StackPart> players(LeavingOut replay, int runs, int pages) {
        List<StackPart> parts = replay.parts();
        int count = Math.min(Shapley.MOST, parts.size());
        while (count > 1 && (1L << count) * runs * pages > MOST_STEPS) {
            count--;
        }
        return parts.subList(0, count);
    }

    private static List<Double> shares(LeavingOut replay, List<StackPart> players, Snapshot one) {
        return Shapley.values(
                players.size(),
                subset -> {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new CancellationException("nobody waits for these shares any more");
                    }
                    return over(one, replay.run(chosen(players, subset))).speedUp();
                });
    }

    private static Set<StackPart> chosen(List<StackPart> players, int subset) {
        var chosen = EnumSet.noneOf(StackPart.class);
        for (int player = 0; player < players.size(); player++) {
            if ((subset & 1 << player) != 0) {
                chosen.add(players.get(player));
            }
        }
        return chosen;
    }

    private static Counterfactual over(Snapshot one, Prediction told) {
        return Counterfactual.over(one, told);
    }
}

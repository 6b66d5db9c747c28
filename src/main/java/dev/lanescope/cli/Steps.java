package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.concurrency.knobs.Preset;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;

/// The presets over the same pages, side by side, and what each gained over the one before. Since
/// they took turns, runs of the same round met the same machine: so each round is judged by itself,
/// and a gain counts as shown if it was there in nine rounds of ten. Without any gain, a step wins
/// five rounds of five once in 32 times; fewer rounds show nothing.
///
/// @param runs of each preset, in their order; as many of each
record Steps(List<Repeats> runs) {

    private static final int FEWEST_ROUNDS = 5;

    Steps {
        runs = List.copyOf(runs);
        if (runs.size() != Preset.values().length) {
            throw new IllegalArgumentException(runs.size() + " runs of the presets");
        }
    }

    /// What came of one preset.
    ///
    /// @param ratio how many times as fast as the first, by the medians
    /// @param roundsWon in how many rounds it was faster than the one before; all for the first
    record Step(Preset preset, Repeats runs, double ratio, boolean sameOutput, int roundsWon) {

        int rounds() {
            return runs.runs().size();
        }

        boolean gainShown() {
            return Steps.gainShown(sameOutput, roundsWon, rounds());
        }
    }

    static boolean gainShown(boolean sameOutput, int roundsWon, int rounds) {
        return sameOutput && rounds >= FEWEST_ROUNDS && 10 * roundsWon >= 9 * rounds;
    }

    List<Step> all() {
        return IntStream.range(0, runs.size()).mapToObj(this::step).toList();
    }

    private Step step(int number) {
        Repeats first = runs.getFirst();
        Repeats now = runs.get(number);
        return new Step(
                Preset.values()[number],
                now,
                (double) first.medianNanos() / Math.max(1, now.medianNanos()),
                isSame(now, first),
                number == 0 ? now.runs().size() : roundsWon(runs.get(number - 1), now));
    }

    private static int roundsWon(Repeats before, Repeats now) {
        return (int)
                IntStream.range(0, now.runs().size())
                        .filter(round -> nanos(now, round) < nanos(before, round))
                        .count();
    }

    private static long nanos(Repeats repeats, int round) {
        return repeats.runs().get(round).trace().endNanos();
    }

    private static boolean isSame(Repeats one, Repeats other) {
        return one.sameOutput()
                && other.sameOutput()
                && one.median().treeHash().equals(other.median().treeHash());
    }

    boolean sameOutput() {
        return all().stream().allMatch(Step::sameOutput);
    }

    ExitCode exitCode() {
        return runs.stream().allMatch(each -> each.exitCode() == ExitCode.ALL_CAME_OUT)
                ? ExitCode.ALL_CAME_OUT
                : ExitCode.SOME_FAILED;
    }

    void print(PrintStream out) {
        var table = new TextTable(0, 6, 7);
        table.row(
                "",
                "median",
                "least",
                "most",
                "pages/s",
                "to the first",
                "output",
                "faster than the one before");
        all().forEach(step -> addRow(table, step));
        table.lines().forEach(out::println);
        if (!sameOutput()) {
            out.println("  NO VERDICT: the presets did not write the same bytes.");
        }
        out.println();
        var legend = new TextTable(0, 1);
        for (Preset preset : Preset.values()) {
            legend.row(preset.id(), preset.sentence());
        }
        legend.lines().forEach(out::println);
    }

    private void addRow(TextTable table, Step step) {
        table.row(
                step.preset().id(),
                Durations.text(step.runs().medianNanos()),
                Durations.text(step.runs().leastNanos()),
                Durations.text(step.runs().mostNanos()),
                Amounts.rate(step.runs().pagesPerSecond()),
                step.sameOutput() ? Amounts.factor(step.ratio()) + " x" : "-",
                output(step),
                verdict(step));
    }

    private static String verdict(Step step) {
        if (step.preset() == Preset.NAIVE) {
            return "";
        }
        String won = "in " + step.roundsWon() + " of " + step.rounds() + " rounds";
        return step.gainShown() ? won : won + ": no gain shown";
    }

    private static String output(Step step) {
        if (!step.sameOutput()) {
            return "DIFFERENT";
        }
        String hash = step.runs().median().treeHash();
        return step.preset() == Preset.NAIVE
                ? hash.substring(0, Math.min(12, hash.length()))
                : "the same";
    }
}

package dev.lanescope.cli;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.analysis.compare.Gate;
import dev.lanescope.analysis.compare.Ratio;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/// The same study done there and here, side by side. It may have been another machine: then only
/// speed-ups can be held against each other, and wall times cannot.
record AgainReport(Comparison there, Comparison here) {

    private static final List<String> MACHINE =
            List.of("System", "Processor", "Memory", "Java", "Java options", "Collector");

    void print(PrintStream out) {
        out.println();
        out.println("The study from the file, and here:");
        out.println();
        var table = new TextTable(0, 4, 5, 6);
        table.row(
                "",
                "workers",
                "median there",
                "median here",
                "speed-up there",
                "speed-up here",
                "");
        for (Comparison.Row row : here.rows()) {
            addRow(table, row, counterpart(row));
        }
        table.lines().forEach(out::println);
        notes(out);
    }

    private Optional<Comparison.Row> counterpart(Comparison.Row row) {
        return there.rows().stream()
                .filter(other -> other.contender().isSameSetting(row.contender()))
                .findFirst();
    }

    /// What programs read of both, the one from the file first.
    ///
    /// @param differs by the settings of the one that was done here
    /// @param gate null where none was asked for
    record Both(
            CompareJson there, CompareJson here, List<Again> differs, @Nullable GateJson gate) {}

    /// Whether a setting came out otherwise than it did there.
    ///
    /// @param answer `the-same` if no difference is shown, `not-the-same`, `too-few-repeats`, or
    ///   `not-in-the-file`
    record Again(String model, int workers, String answer) {}

    Both both(CompareJson one, CompareJson other, Optional<Gate> gate) {
        return new Both(
                one,
                other,
                here.rows().stream()
                        .filter(row -> !row.contender().equals(here.baseline()))
                        .map(this::again)
                        .toList(),
                gate.map(GateJson::of).orElse(null));
    }

    private Again again(Comparison.Row row) {
        var info = row.contender().info();
        String answer =
                counterpart(row)
                        .map(other -> answer(other.speedUp(), row.speedUp()).key)
                        .orElse("not-in-the-file");
        return new Again(info.model(), info.workers(), answer);
    }

    private void addRow(TextTable table, Comparison.Row row, Optional<Comparison.Row> other) {
        boolean isBaseline = row.contender().equals(here.baseline());
        table.row(
                Plain.of(row.contender().name()),
                String.valueOf(row.contender().info().workers()),
                other.map(each -> Durations.text(Math.round(each.wallNanos()))).orElse("-"),
                Durations.text(Math.round(row.wallNanos())),
                isBaseline ? "-" : other.map(each -> each.speedUp().words()).orElse("-"),
                isBaseline ? "-" : row.speedUp().words(),
                isBaseline
                        ? "the baseline"
                        : other.map(each -> answer(each.speedUp(), row.speedUp()).words)
                                .orElse("not in the file"));
    }

    private enum Answer {
        TOO_FEW("too few repeats to tell", "too-few-repeats"),
        DIFFERENT("NOT THE SAME", "not-the-same"),
        SAME("no difference shown", "the-same");

        private final String words;
        private final String key;

        Answer(String words, String key) {
            this.words = words;
            this.key = key;
        }
    }

    /// Two intervals that have something in common do not show that anything is different.
    private static Answer answer(Ratio there, Ratio here) {
        if (!there.isSure() || !here.isSure()) {
            return Answer.TOO_FEW;
        }
        boolean apart = there.high() < here.low() || here.high() < there.low();
        return apart ? Answer.DIFFERENT : Answer.SAME;
    }

    private void notes(PrintStream out) {
        if (!fact(there, "Content hash").equals(fact(here, "Content hash"))) {
            out.println("  NOT THE SAME CONTENT, or not known to be: this compares two things.");
        }
        boolean sameMachine = true;
        for (String name : MACHINE) {
            String one = fact(there, name).orElse("not known");
            String other = fact(here, name).orElse("not known");
            if (!one.equals(other)) {
                sameMachine = false;
                out.println(
                        "  " + name + " there: " + Plain.of(one) + "; here: " + Plain.of(other));
            }
        }
        out.println(
                sameMachine
                        ? "  Both machines say the same of themselves."
                        : "  Another machine: hold speed-ups against each other, not times.");
    }

    private static Optional<String> fact(Comparison comparison, String name) {
        return new Contender(
                        comparison.contenders().stream()
                                .flatMap(contender -> contender.runs().stream())
                                .toList())
                .fact(name);
    }
}

package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.analysis.compare.Gate;
import dev.lanescope.analysis.compare.GateAnswer;
import dev.lanescope.analysis.compare.GateFigure;
import dev.lanescope.analysis.compare.GrownStage;

import java.io.PrintStream;
import java.util.Optional;

/// What a gate came to, for people: every figure that was judged, and at last one sentence.
///
/// @param then what was kept
record GateReport(Gate gate, Comparison then) {

    void print(PrintStream out) {
        out.println();
        out.println(
                "The gate: no part of any setting may take more than "
                        + Amounts.factor(gate.limit())
                        + " times as long as in the file.");
        out.println();
        if (!gate.figures().isEmpty()) {
            table(out);
        }
        gate.figures(GateAnswer.SLOWER).forEach(figure -> out.println(slower(figure)));
        gate.obstacles().forEach(why -> out.println("  " + Plain.of(why)));
        out.println(sentence());
    }

    private void table(PrintStream out) {
        var table = new TextTable(0, 2, 5, 6);
        table.row("", "workers", "part", "then", "now", "times as long, 95 %", "");
        for (GateFigure figure : gate.figures()) {
            table.row(
                    Plain.of(figure.setting().name()),
                    String.valueOf(figure.setting().info().workers()),
                    Plain.of(figure.part()),
                    Durations.text(Math.round(figure.thenNanos())),
                    Durations.text(Math.round(figure.nowNanos())),
                    figure.timesAsLong().words(),
                    figure.answer() == GateAnswer.SLOWER ? "SLOWER" : figure.words());
        }
        table.lines().forEach(out::println);
        out.println("  All intervals hold together with 95 %.");
        if (gate.figures().stream().noneMatch(figure -> figure.setting().info().isCold())) {
            out.println(
                    "  The runs of either side shared a JVM: what two JVMs differ by that do the"
                            + " same is in no interval (`costs --measure ceiling` tells it).");
        }
    }

    private String slower(GateFigure figure) {
        Contender setting = figure.setting();
        Optional<GrownStage> grown =
                then.contenders().stream()
                        .filter(setting::isSameSetting)
                        .findFirst()
                        .flatMap(kept -> GrownStage.most(kept, setting));
        return "  SLOWER: "
                + Plain.of(setting.name())
                + " x"
                + setting.info().workers()
                + ", "
                + Plain.of(figure.part())
                + ": "
                + figure.timesAsLong().words()
                + " times as long"
                + grown.map(GateReport::words).orElse("")
                + ".";
    }

    private static String words(GrownStage stage) {
        return "; of the stages `"
                + Plain.of(stage.stage())
                + "` grew most, from "
                + Durations.text(Math.round(stage.thenNanos()))
                + " to "
                + Durations.text(Math.round(stage.nowNanos()))
                + " on all lanes together";
    }

    private String sentence() {
        return switch (gate.answer()) {
            case SLOWER ->
                    "SHUT: "
                            + gate.figures(GateAnswer.SLOWER).size()
                            + " of "
                            + Amounts.count(gate.figures().size(), "figure")
                            + " slower than allowed.";
            case CANNOT_TELL ->
                    gate.figures().isEmpty()
                            ? "CANNOT TELL: these two studies cannot be held against each other."
                            : "CANNOT TELL: of "
                                    + gate.figures(GateAnswer.CANNOT_TELL).size()
                                    + " of "
                                    + Amounts.count(gate.figures().size(), "figure")
                                    + " it is not shown that they are not slower. More repeats or a"
                                    + " quieter machine make intervals narrower.";
            case NOT_SLOWER -> "OPEN: nothing is slower than allowed.";
        };
    }

    ExitCode exitCode() {
        return switch (gate.answer()) {
            case SLOWER -> ExitCode.SLOWER;
            case CANNOT_TELL -> ExitCode.CANNOT_TELL;
            case NOT_SLOWER -> ExitCode.ALL_CAME_OUT;
        };
    }
}

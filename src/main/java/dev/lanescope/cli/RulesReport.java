package dev.lanescope.cli;

import dev.lanescope.analysis.scaling.RuleCheck;
import dev.lanescope.analysis.scaling.Scaling;
import dev.lanescope.trace.ShellWords;

import java.io.PrintStream;
import java.util.List;
import java.util.TreeSet;

/// What rules of thumb would have chosen, and what that costs; for people.
///
/// @param plan of the sweep, which is to be done again for what was not measured
/// @param content what to type for the folder
record RulesReport(List<RuleCheck> rules, Scaling scaling, StudyPlan plan, String content) {

    void print(PrintStream out) {
        out.println();
        out.println("  Rules of thumb: what they choose here, and what that takes over the best");
        var table = new TextTable(0, 3);
        table.row("rule", "workers", "over the best, 95 %", "whose");
        rules.forEach(check -> addRow(table, check));
        table.lines().forEach(out::println);
        rules.stream()
                .filter(check -> !check.rule().why().isEmpty())
                .map(check -> "  " + check.rule().title() + ": " + sentence(check.rule().why()))
                .forEach(line -> out.println(Plain.of(line)));
        List<Integer> missing = RuleCheck.missing(rules);
        if (!missing.isEmpty()) {
            var all = new TreeSet<Integer>(missing);
            scaling.points().forEach(point -> all.add(point.workers()));
            out.println(
                    "  To measure what was not: "
                            + ShellWords.line(plan.withWorkers(List.copyOf(all)).command(content)));
        }
    }

    private static void addRow(TextTable table, RuleCheck check) {
        var workers = check.rule().workers();
        table.row(
                check.rule().title(),
                workers.isPresent() ? String.valueOf(workers.getAsInt()) : "-",
                check.words(),
                check.rule().source());
    }

    private static String sentence(String why) {
        return why.endsWith(".") ? why : why + ".";
    }
}

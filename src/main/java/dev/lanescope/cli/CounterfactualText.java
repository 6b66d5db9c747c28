package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Counterfactual;
import dev.lanescope.analysis.compare.Counterfactuals;
import dev.lanescope.analysis.compare.Counterfactuals.Told;
import dev.lanescope.analysis.explain.StackPart;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// What settings would be without their losses, by replay, for people: a row for each loss, and in
/// the column of each setting the speed-up without it and its share of what all bring.
final class CounterfactualText {

    private CounterfactualText() {}

    static void print(Comparison comparison, PrintStream out) {
        var names = new ArrayList<String>();
        var told = new ArrayList<Told>();
        var notes = new ArrayList<String>();
        for (Comparison.Row row : comparison.rows()) {
            switch (Counterfactuals.of(row, comparison)) {
                case Told each -> {
                    names.add(StudyReport.name(row));
                    told.add(each);
                }
                case Counterfactuals.Withheld withheld -> {
                    if (row.stack().isPresent() && !row.contender().isSequential()) {
                        notes.add(StudyReport.name(row) + ": " + withheld.why());
                    }
                    Counterfactual.of(row, comparison)
                            .ifPresent(lock ->
                                    notes.add(StudyReport.name(row) + ": " + lock.sentence()));
                }
            }
        }
        if (!told.isEmpty()) {
            table(names, told, out);
        } else if (!notes.isEmpty()) {
            out.println();
            out.println("Without a loss, by replay (predicted, not measured):");
            out.println();
        }
        notes.forEach(note -> out.println("  " + note));
    }

    private static void table(List<String> names, List<Told> told, PrintStream out) {
        out.println();
        out.println("Times as fast without a loss, by replay (predicted, not measured):");
        out.println();
        var table = new TextTable(0);
        table.row(StudyReport.cells("without", names));
        table.row(
                StudyReport.cells(
                        "nothing",
                        told.stream().map(each -> lone(Amounts.factor(each.replayed()))).toList()));
        for (StackPart part : StackPart.values()) {
            if (told.stream().anyMatch(each -> each.part(part).isPresent())) {
                table.row(
                        StudyReport.cells(
                                part.title(),
                                told.stream().map(each -> cell(each, part)).toList()));
            }
        }
        table.row(
                StudyReport.cells(
                        "all of these",
                        told.stream()
                                .map(each -> lone(Amounts.factor(each.all().speedUp())))
                                .toList()));
        table.lines().forEach(out::println);
        out.println(
                "  Beside each: its share of what all bring together (Shapley), which takes into"
                        + " account that another loss may take its place. Bounds: --json, --report.");
    }

    private static String cell(Told told, StackPart part) {
        return told.part(part)
                .map(each ->
                        Amounts.factor(each.alone().speedUp())
                                + "  "
                                + Amounts.signed(each.share()))
                .orElse(lone("."));
    }

    /// A figure that has no share beside it, in line with those that have.
    private static String lone(String figure) {
        return figure + " ".repeat("  +0.00".length());
    }
}

package dev.lanescope.exchange.report;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.PageEffects;
import dev.lanescope.analysis.scaling.GridWords;
import dev.lanescope.analysis.scaling.ScalingWords;
import dev.lanescope.trace.Fact;

import java.util.List;
import java.util.stream.Collectors;

/// A report as Markdown: the same words and tables as in HTML, without the pictures.
record MarkdownReport(Report report) {

    String text() {
        Comparison comparison = report.comparison();
        var words = new ReportWords(comparison, report.circumstances());
        var facts = new ReportFacts(comparison, report.circumstances());
        List<Comparison.Row> stacked =
                words.challengers().stream().filter(row -> row.stack().isPresent()).toList();
        var text = new StringBuilder();
        text.append("# ").append(Escaped.markdown(words.title())).append("\n\n");
        paragraph(text, words.question());
        list(text, comparison.differences());
        text.append("**").append(Escaped.markdown(words.answer())).append("**\n\n");
        list(text, words.reasons());
        section(text, "No verdict", comparison.objections());
        text.append("## Figures\n\n");
        table(text, ReportTable.ofSettings(comparison));
        table(text, ReportTable.ofUpkeep(comparison));
        report.scaling()
                .ifPresent(scaling -> {
                    text.append("## How it scales\n\n");
                    if (comparison.objections().isEmpty()) {
                        list(text, ScalingWords.of(scaling));
                    }
                    table(text, ReportTable.ofScaling(scaling));
                });
        report.grid()
                .ifPresent(grid -> {
                    text.append("## How the workers are parted\n\n");
                    list(text, GridWords.of(grid));
                    table(text, ReportTable.ofGrid(grid));
                    table(text, ReportTable.ofCells(grid));
                });
        if (!report.rules().isEmpty()) {
            text.append("### What rules of thumb would have chosen\n\n");
            table(text, ReportTable.ofRules(report.rules()));
        }
        if (!report.claims().isEmpty()) {
            text.append("## What others claimed\n\n");
            table(text, ReportTable.ofClaims(report.claims()));
        }
        if (!report.tables().isEmpty()) {
            text.append("## Tables of others, filled here\n\n");
            paragraph(text, ComparedTable.MEANING);
            report.tables().forEach(each -> compared(text, each));
        }
        if (!stacked.isEmpty()) {
            text.append("## Where the speed-up went\n\n");
            paragraph(text, words.stacks());
            table(text, ReportTable.ofStacks(stacked, new Names(comparison)));
            list(text, words.ofStacks());
        }
        var without = new WithoutLosses(comparison);
        if (!without.table().rows().isEmpty()) {
            text.append("### ").append(ReportWords.WITHOUT).append("\n\n");
            paragraph(text, ReportWords.WITHOUT_MEANING);
            table(text, without.table());
            list(text, without.words());
        }
        PageEffects.ofExtremes(comparison)
                .ifPresent(pair -> {
                    ReportTable pages = ReportTable.ofPages(pair, new Names(comparison));
                    if (!pages.rows().isEmpty()) {
                        text.append("## Which pages made the difference\n\n");
                        paragraph(text, ReportWords.pages(pair));
                        table(text, pages);
                    }
                });
        findings(text, FoundOut.in(comparison, without));
        section(text, "To be kept in mind", comparison.cautions());
        section(text, "What this does not say", words.limits());
        facts(text, "Setting", facts.setting());
        facts(text, "Machine", facts.machine());
        text.append("## Do it again\n\n```sh\n").append(facts.command()).append("\n```\n");
        return text.toString();
    }

    private static void compared(StringBuilder text, ComparedTable table) {
        text.append("### ").append(Escaped.markdown(table.title())).append("\n\n");
        paragraph(text, "Drawn by " + table.by() + ".");
        table(text, new ReportTable(table.head(), table.rows()));
        list(text, table.sources());
    }

    private static void findings(StringBuilder text, List<FoundOut> all) {
        if (all.isEmpty()) {
            return;
        }
        text.append("## What held the runs up\n\n");
        for (FoundOut found : all) {
            text.append("### ").append(Escaped.markdown(found.setting())).append("\n\n");
            for (FoundOut.Entry finding : found.findings()) {
                text.append("- **")
                        .append(Escaped.markdown(finding.share()))
                        .append("** ")
                        .append(Escaped.markdown(finding.sentence() + " " + finding.remedy()))
                        .append(Escaped.markdown(" Seen in: " + finding.places() + "."))
                        .append('\n');
                if (!finding.command().isEmpty()) {
                    text.append("\n  ```sh\n  ").append(finding.command()).append("\n  ```\n\n");
                }
            }
            if (!found.prediction().isEmpty()) {
                text.append("- ").append(Escaped.markdown(found.prediction())).append('\n');
            }
            text.append('\n');
        }
    }

    static void paragraph(StringBuilder text, String words) {
        text.append(Escaped.markdown(words)).append("\n\n");
    }

    static void section(StringBuilder text, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            text.append("## ").append(title).append("\n\n");
            list(text, sentences);
        }
    }

    private static void list(StringBuilder text, List<String> sentences) {
        sentences.forEach(
                sentence -> text.append("- ").append(Escaped.markdown(sentence)).append('\n'));
        if (!sentences.isEmpty()) {
            text.append('\n');
        }
    }

    private static void facts(StringBuilder text, String title, List<Fact> facts) {
        text.append("## ").append(title).append("\n\n");
        table(
                text,
                new ReportTable(
                        List.of("What", "Is"),
                        facts.stream().map(fact -> List.of(fact.name(), fact.value())).toList()));
    }

    static void table(StringBuilder text, ReportTable table) {
        row(text, table.head());
        text.append("|---".repeat(table.head().size())).append("|\n");
        table.rows().forEach(row -> row(text, row));
        text.append('\n');
    }

    private static void row(StringBuilder text, List<String> cells) {
        text.append("| ")
                .append(cells.stream().map(Escaped::markdown).collect(Collectors.joining(" | ")))
                .append(" |\n");
    }
}

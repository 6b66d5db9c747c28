package dev.lanescope.exchange.report;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.PageEffects;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.analysis.scaling.GridWords;
import dev.lanescope.analysis.scaling.ScalingWords;
import dev.lanescope.trace.Fact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A report as one [HTML file][HtmlPage].
record HtmlReport(Report report) {

    String text() {
        return HtmlPage.text("report.peb", model());
    }

    private Map<String, Object> model() {
        Comparison comparison = report.comparison();
        var words = new ReportWords(comparison, report.circumstances());
        var facts = new ReportFacts(comparison, report.circumstances());
        var names = new Names(comparison);
        var timelines = new Timelines(comparison);
        boolean compared = comparison.objections().isEmpty();
        List<Comparison.Row> stacked =
                words.challengers().stream().filter(row -> row.stack().isPresent()).toList();
        var model = new HashMap<String, Object>();
        model.putAll(HtmlPage.look());
        model.put("title", words.title());
        model.put("version", report.circumstances().version());
        model.put("question", words.question());
        model.put("answer", words.answer());
        model.put("reasons", words.reasons());
        model.put("differences", comparison.differences());
        model.put("objections", comparison.objections());
        model.put("cautions", comparison.cautions());
        model.put("limits", words.limits());
        model.put("setting", pairs(facts.setting()));
        model.put("machine", pairs(facts.machine()));
        model.put("command", facts.command());
        model.put("table", table(ReportTable.ofSettings(comparison)));
        model.put("upkeep", table(ReportTable.ofUpkeep(comparison)));
        var without = new WithoutLosses(comparison);
        boolean predicted = !without.table().rows().isEmpty();
        model.put("withoutTitle", ReportWords.WITHOUT);
        model.put("withoutMeaning", ReportWords.WITHOUT_MEANING);
        model.put("without", predicted ? table(without.table()) : Map.of());
        model.put("withoutWords", predicted ? without.words() : List.of());
        model.put(
                "found", FoundOut.in(comparison, without).stream().map(HtmlReport::found).toList());
        Optional<PageEffects.Pair> pair = PageEffects.ofExtremes(comparison);
        model.put(
                "pagesTable",
                pair.map(each -> ReportTable.ofPages(each, names))
                        .filter(each -> !each.rows().isEmpty())
                        .map(HtmlReport::table)
                        .orElse(Map.of()));
        model.put("pagesWords", pair.map(each -> ReportWords.pages(each)).orElse(""));
        boolean drawn = compared && !words.challengers().isEmpty();
        model.put("speedUps", drawn ? new SpeedUpChart(words.challengers(), names).svg() : "");
        var stacks = new StackChart(stacked, names);
        model.put("stacks", stacked.isEmpty() ? "" : stacks.svg());
        model.put(
                "stacksUnit",
                stacks.isOfShares() ? "Each by its own lanes: all of them are 100 %." : "Lanes.");
        model.put("stackTable", table(ReportTable.ofStacks(stacked, names)));
        model.put("stacksMeaning", words.stacks());
        model.put("stackRemarks", words.ofStacks());
        model.put("parts", parts());
        model.put("scaling", report.scaling().map(each -> new ScalingChart(each).svg()).orElse(""));
        model.put(
                "scalingWords",
                report.scaling().filter(_ -> compared).map(ScalingWords::of).orElse(List.of()));
        model.put(
                "scalingTable",
                report.scaling().map(each -> table(ReportTable.ofScaling(each))).orElse(Map.of()));
        model.put("gridWords", report.grid().map(GridWords::of).orElse(List.of()));
        model.put(
                "gridTables",
                report.grid()
                        .map(grid ->
                                List.of(
                                        table(ReportTable.ofGrid(grid)),
                                        table(ReportTable.ofCells(grid))))
                        .orElse(List.of()));
        model.put(
                "rulesTable",
                report.rules().isEmpty() ? Map.of() : table(ReportTable.ofRules(report.rules())));
        model.put(
                "claimsTable",
                report.claims().isEmpty()
                        ? Map.of()
                        : table(ReportTable.ofClaims(report.claims())));
        model.put("comparedMeaning", ComparedTable.MEANING);
        model.put("comparedTables", report.tables().stream().map(HtmlReport::compared).toList());
        model.put("timelines", timelines.all().stream().map(HtmlReport::timeline).toList());
        model.put("missing", timelines.missing());
        return model;
    }

    private static List<Map<String, String>> pairs(List<Fact> facts) {
        return facts.stream()
                .map(fact -> Map.of("name", fact.name(), "value", fact.value()))
                .toList();
    }

    private static Map<String, Object> table(ReportTable table) {
        return Map.of("head", table.head(), "rows", table.rows());
    }

    private static Map<String, Object> compared(ComparedTable table) {
        return Map.of(
                "title",
                table.title(),
                "by",
                table.by(),
                "head",
                table.head(),
                "rows",
                table.rows(),
                "sources",
                table.sources(),
                "chart",
                table.bars().isEmpty() ? "" : new TargetChart(table.bars(), table.target()).svg());
    }

    private static Map<String, String> timeline(Timelines.Timeline timeline) {
        return Map.of("svg", timeline.svg(), "caption", timeline.caption());
    }

    private static Map<String, Object> found(FoundOut found) {
        return Map.of(
                "setting",
                found.setting(),
                "prediction",
                found.prediction(),
                "findings",
                found.findings().stream()
                        .map(finding ->
                                Map.of(
                                        "share", finding.share(),
                                        "sentence", finding.sentence(),
                                        "places", finding.places(),
                                        "remedy", finding.remedy(),
                                        "command", finding.command()))
                        .toList());
    }

    private static List<Map<String, String>> parts() {
        return Arrays.stream(StackPart.values())
                .map(part ->
                        Map.of(
                                "title", part.title(),
                                "sentence", part.sentence(),
                                "look", Look.of(part).attribute()))
                .toList();
    }
}

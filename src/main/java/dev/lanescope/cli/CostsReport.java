package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.content.Site;
import dev.lanescope.lab.CostLab;
import dev.lanescope.lab.CostSheet;
import dev.lanescope.lab.Figure;
import dev.lanescope.lab.Spread;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What models cost, as tables: a row for each model, a table for each group of figures.
record CostsReport(CostSheet sheet, List<ConcurrencyModel> models, Site site, int rounds) {

    private static final String NOTHING = "-";

    /// A figure as programs read it; the keys stand in `docs/terminal.md`. All but the last are
    /// null if there is no such figure.
    record Entry(
            String model,
            String figure,
            String unit,
            int samples,
            @Nullable Double median,
            @Nullable Double lowerQuartile,
            @Nullable Double upperQuartile,
            @Nullable Double least,
            @Nullable Double most,
            @Nullable String whyMissing) {}

    static List<Entry> entries(CostSheet sheet, List<ConcurrencyModel> models) {
        return models.stream()
                .flatMap(model ->
                        Figure.of(model).stream().map(figure -> entry(sheet, model, figure)))
                .toList();
    }

    private static Entry entry(CostSheet sheet, ConcurrencyModel model, Figure figure) {
        String unit = Json.word(figure.group().unit());
        return sheet.of(model, figure)
                .map(spread ->
                        new Entry(
                                model.id(),
                                figure.id(),
                                unit,
                                spread.samples().size(),
                                spread.median(),
                                spread.quantile(0.25),
                                spread.quantile(0.75),
                                spread.least(),
                                spread.most(),
                                null))
                .orElseGet(() ->
                        new Entry(
                                model.id(),
                                figure.id(),
                                unit,
                                0,
                                null,
                                null,
                                null,
                                null,
                                null,
                                sheet.whyMissing(model, figure)));
    }

    void print(PrintStream out) {
        out.println(
                site.name()
                        + ": "
                        + Amounts.count(site.pages().size(), "page")
                        + "; "
                        + Amounts.count(rounds, "round")
                        + ", each model in a process of its own each time; median (quartiles, or"
                        + " all there is)");
        for (Figure.Group group : Figure.Group.values()) {
            List<Figure> figures = group.figures().stream().filter(this::isOfOne).toList();
            if (!figures.isEmpty()) {
                out.println();
                out.println(group.title());
                table(group, figures).lines().forEach(out::println);
            }
        }
        Set<String> reasons = reasons();
        if (!reasons.isEmpty()) {
            out.println();
            out.println(NOTHING + "  " + String.join(" ", reasons));
        }
        if (models.stream().anyMatch(each -> each.survivesCrashes() && !each.isForeign())) {
            out.println();
            out.println(
                    CostLab.childrenHaveCache()
                            ? "Child processes started from the cache of classes."
                            : "Child processes started without a cache of classes, as in the first"
                                    + " run and from class folders.");
        }
    }

    private boolean isOfOne(Figure figure) {
        return models.stream().anyMatch(model -> Figure.of(model).contains(figure));
    }

    private TextTable table(Figure.Group group, List<Figure> figures) {
        var table = new TextTable(0);
        List<String> heads = new ArrayList<>(List.of("model"));
        figures.forEach(figure -> heads.add(figure.head()));
        table.row(heads.toArray(String[]::new));
        for (ConcurrencyModel model : models) {
            List<String> cells = new ArrayList<>(List.of(model.id()));
            for (Figure figure : figures) {
                cells.add(
                        sheet.of(model, figure)
                                .map((Spread spread) -> spread.words(group.unit()))
                                .orElse(NOTHING));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private Set<String> reasons() {
        Set<String> reasons = new LinkedHashSet<>();
        for (ConcurrencyModel model : models) {
            for (Figure figure : Figure.of(model)) {
                if (sheet.of(model, figure).isEmpty()) {
                    reasons.add(sheet.whyMissing(model, figure));
                }
            }
        }
        return reasons;
    }
}

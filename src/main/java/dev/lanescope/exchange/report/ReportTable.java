package dev.lanescope.exchange.report;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.analysis.compare.Disturbance;
import dev.lanescope.analysis.compare.MiddleHalf;
import dev.lanescope.analysis.compare.PageEffects;
import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.analysis.explain.StackWords;
import dev.lanescope.analysis.scaling.Grid;
import dev.lanescope.analysis.scaling.RuleCheck;
import dev.lanescope.analysis.scaling.Scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// A table in words: its first column names the row.
record ReportTable(List<String> head, List<List<String>> rows) {

    private static final String OUTPUT = "Output hash";
    private static final int HASH = 12;
    private static final int MOST_PAGES = 10;
    private static final String NONE = "\u2013";

    ReportTable {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// Every setting against the baseline.
    static ReportTable ofSettings(Comparison comparison) {
        return new ReportTable(
                List.of(
                        "Setting",
                        "Median",
                        "Middle half",
                        "Fastest to slowest",
                        "Runs",
                        "Pages/s",
                        "Speed-up (95 %)",
                        "Pages alone",
                        "Efficiency",
                        "CPU/wall",
                        "Output",
                        "Verdict"),
                comparison.rows().stream().map(row -> cells(row, comparison)).toList());
    }

    private static List<String> cells(Comparison.Row row, Comparison comparison) {
        Contender contender = row.contender();
        boolean isBaseline = contender.equals(comparison.baseline());
        boolean compared = comparison.objections().isEmpty() && !isBaseline;
        return List.of(
                new Names(comparison).of(contender),
                Durations.text(Math.round(row.wallNanos())),
                MiddleHalf.of(contender).map(ReportTable::words).orElse(NONE),
                spread(contender),
                String.valueOf(contender.runs().size()),
                Amounts.rate(row.pagesPerSecond()),
                compared ? row.speedUp().words() : NONE,
                compared ? row.pageSpeedUp().words() : NONE,
                compared ? Amounts.percent(comparison.efficiency(row), NONE) : NONE,
                row.processors().isPresent() ? number(row.processors().getAsDouble()) : NONE,
                output(contender, comparison),
                isBaseline ? "the baseline" : row.verdict().words());
    }

    /// What every setting takes besides time.
    static ReportTable ofUpkeep(Comparison comparison) {
        var names = new Names(comparison);
        return new ReportTable(
                List.of(
                        "Setting",
                        "Peak memory",
                        "Crossed, by page",
                        "Worker start",
                        "Failed",
                        "CPU of others"),
                comparison.rows().stream()
                        .map(row ->
                                List.of(
                                        names.of(row),
                                        row.upkeep().peakWords(),
                                        row.upkeep().crossedWords(),
                                        row.upkeep().startWords(),
                                        String.valueOf(row.upkeep().failures()),
                                        Disturbance.words(row.contender())))
                        .toList());
    }

    private static String words(MiddleHalf half) {
        return whole(half.words()).replace("\u00a0to\u00a0", " to ");
    }

    private static String spread(Contender contender) {
        var walls = contender.walls().stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return whole(Durations.text((long) walls.getMin()))
                + " to "
                + whole(Durations.text((long) walls.getMax()));
    }

    /// What no line break is to part.
    private static String whole(String words) {
        return words.replace(' ', '\u00a0');
    }

    private static String output(Contender contender, Comparison comparison) {
        String hash = contender.fact(OUTPUT).orElse("");
        if (hash.isEmpty()) {
            return "unknown";
        }
        if (contender.equals(comparison.baseline())) {
            return hash.substring(0, Math.min(HASH, hash.length()));
        }
        return comparison.baseline().fact(OUTPUT).filter(hash::equals).isPresent()
                ? "the same"
                : "different";
    }

    /// Where the speed-up went: a row for each part, a column for each setting, in lanes.
    static ReportTable ofStacks(List<Comparison.Row> rows, Names names) {
        var head = new ArrayList<String>(List.of("Part, in lanes"));
        rows.forEach(row -> head.add(names.of(row)));
        List<SpeedUpStack> stacks = rows.stream().map(ReportTable::stack).toList();
        var lines = new ArrayList<List<String>>();
        for (StackPart part : StackPart.values()) {
            if (rows.stream()
                    .anyMatch(row ->
                            stack(row).share(part).nanos() != 0 || !stack(row).isKnown(part))) {
                String title = part == StackPart.USEFUL ? StackWords.useful(stacks) : part.title();
                var line = new ArrayList<String>(List.of(title));
                rows.forEach(row ->
                        line.add(
                                stack(row).isKnown(part)
                                        ? number(stack(row).height(part))
                                        : "not known"));
                lines.add(line);
            }
        }
        lines.add(figures("sum", stacks, stack -> (double) stack.accounted() / stack.wallNanos()));
        if (StackWords.isMuchLeftOut(stacks)) {
            lines.add(figures(StackWords.LEFT_OUT, stacks, SpeedUpStack::leftOutHeight));
            lines.add(figures(StackWords.WITH_LEFT_OUT, stacks, SpeedUpStack::wholeSpeedUp));
        }
        return new ReportTable(head, lines);
    }

    private static List<String> figures(
            String title, List<SpeedUpStack> stacks, ToDoubleFunction<SpeedUpStack> figure) {
        return Stream.concat(
                        Stream.of(title),
                        stacks.stream().map(stack -> number(figure.applyAsDouble(stack))))
                .toList();
    }

    /// The pages that did most to the makespan of the slower setting.
    static ReportTable ofPages(PageEffects.Pair pair, Names names) {
        return new ReportTable(
                List.of(
                        "Page",
                        "Makespan of " + names.of(pair.slower()),
                        "Took in " + names.of(pair.slower()),
                        "Took in " + names.of(pair.faster())),
                pair.effects().pages().stream()
                        .filter(page -> page.effectNanos().orElse(0) != 0)
                        .limit(MOST_PAGES)
                        .map(page ->
                                List.of(
                                        page.task().name(),
                                        signed(page.effectNanos().orElse(0)),
                                        Durations.text(page.task().otherNanos(), 3),
                                        Durations.text(page.task().nanos(), 3)))
                        .toList());
    }

    private static String signed(long nanos) {
        return (nanos < 0 ? "\u2212" : "+") + Durations.text(Math.abs(nanos), 3);
    }

    /// Every number of workers against one worker, and against the law if one is told.
    static ReportTable ofScaling(Scaling scaling) {
        return new ReportTable(
                List.of(
                        "Workers",
                        "Median",
                        "Runs",
                        "Speed-up (95 %)",
                        "Efficiency",
                        "Serial part (Karp\u2013Flatt)",
                        "By the law",
                        "Over it"),
                scaling.points().stream().map(point -> cells(point, scaling)).toList());
    }

    private static List<String> cells(Scaling.Point point, Scaling scaling) {
        return List.of(
                point.workers() + (point.beyondCores() ? ", more than cores" : ""),
                Durations.text(Math.round(point.medianNanos())),
                String.valueOf(point.nanos().size()),
                point.speedUp().words(),
                Amounts.percent(point.efficiency()),
                point.karpFlatt().map(part -> signed("%.3f", part.value())).orElse(NONE),
                scaling.foretold(point)
                        .map(nanos -> Durations.text(Math.round(nanos)))
                        .orElse(NONE),
                scaling.overLaw(point)
                        .map(over -> signed("%+.1f %%", (over - 1) * 100))
                        .orElse(NONE));
    }

    /// The medians, a row for each number of processes and a column for each of threads.
    static ReportTable ofGrid(Grid grid) {
        var head = new ArrayList<String>(List.of("Median by " + grid.groupWord() + " and threads"));
        grid.threads()
                .forEach(
                        threads -> head.add(threads == 1 ? "1 thread each" : threads + " threads"));
        var rows = new ArrayList<List<String>>();
        for (int groups : grid.groups()) {
            var row = new ArrayList<String>(List.of(String.valueOf(groups)));
            for (int threads : grid.threads()) {
                row.add(grid.cell(groups, threads).map(cell -> words(grid, cell)).orElse(NONE));
            }
            rows.add(row);
        }
        return new ReportTable(head, rows);
    }

    private static String words(Grid grid, Grid.Cell cell) {
        String time = Durations.text(Math.round(cell.medianNanos()));
        return switch (grid.rank(cell)) {
            case BEST, AS_GOOD -> time + ", " + grid.rank(cell).words();
            case SLOWER, UNKNOWN -> time;
        };
    }

    /// The same, cell by cell with intervals.
    static ReportTable ofCells(Grid grid) {
        return new ReportTable(
                List.of(
                        grid.groupWord() + " \u00d7 threads",
                        "Workers",
                        "Median",
                        "Runs",
                        "Times as long as the best (95 %)",
                        "Speed-up (95 %)"),
                grid.cells().stream()
                        .map(cell ->
                                List.of(
                                        cell.title(),
                                        String.valueOf(cell.workers()),
                                        Durations.text(Math.round(cell.medianNanos())),
                                        String.valueOf(cell.contender().runs().size()),
                                        grid.overBest(cell).orElse(NONE),
                                        grid.comparable() ? cell.speedUp().words() : NONE))
                        .toList());
    }

    /// What others claimed, and what came of it.
    static ReportTable ofClaims(List<TestedClaim> claims) {
        return new ReportTable(
                List.of("Claim", "Claimed by", "Here", "Because"),
                claims.stream()
                        .map(each -> List.of(each.words(), each.by(), each.state(), each.why()))
                        .toList());
    }

    /// What rules of thumb would have chosen, and what that costs over the best.
    static ReportTable ofRules(List<RuleCheck> rules) {
        return new ReportTable(
                List.of("Rule", "Workers", "Time over the best (95 %)", "Whose", "Why"),
                rules.stream()
                        .map(check ->
                                List.of(
                                        check.rule().title(),
                                        check.rule().workers().isPresent()
                                                ? String.valueOf(check.rule().workers().getAsInt())
                                                : NONE,
                                        check.words(),
                                        check.rule().source(),
                                        check.rule().why()))
                        .toList());
    }

    private static String signed(String format, double value) {
        return String.format(Locale.ROOT, format, value).replace('-', '\u2212');
    }

    private static SpeedUpStack stack(Comparison.Row row) {
        return row.stack().orElseThrow();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace('-', '\u2212');
    }
}

package dev.lanescope.exchange.report;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.PageEffects;
import dev.lanescope.analysis.compare.Verdict;
import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.analysis.explain.StackWords;
import dev.lanescope.trace.RunInfo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a report says in sentences. That it does not pay is an answer like any other.
record ReportWords(Comparison comparison, Circumstances circumstances) {

    /// Less of a lane than this is not worth a word.
    private static final double WORTH_SAYING = 0.05;

    static final String WITHOUT = "Without a loss, by replay";

    static final String WITHOUT_MEANING =
            "Predicted, not measured: the pages of each run in the middle are done again on paper"
                    + " without what one loss took, alone, and without all of them. Because another"
                    + " loss may take its place, what all bring together is shared out by each"
                    + " one\u2019s mean addition over all orders (Shapley, 1953); \u201cnothing\u201d"
                    + " and all shares come to \u201call of these\u201d. Bounds are those of theory;"
                    + " the range of a share is over the runs of the setting. What follows the"
                    + " content\u2019s own pages stays as it was.";

    private static final int MOST_LOSSES = 3;
    private static final int MOST_NAMED = 4;

    String title() {
        return comparison.baseline().info().content() + ": what pays";
    }

    String question() {
        List<String> others = challengers().stream().map(row -> names().of(row)).toList();
        if (others.isEmpty()) {
            return "How fast is " + baseline() + "?";
        }
        String named =
                others.size() > MOST_NAMED
                        ? others.size() + " other ways"
                        : others.size() == 1
                                ? others.getFirst()
                                : String.join(", ", others.subList(0, others.size() - 1))
                                        + " or "
                                        + others.getLast();
        return "Does it pay to render \u201c"
                + comparison.baseline().info().content()
                + "\u201d by "
                + named
                + " instead of "
                + baseline()
                + "?";
    }

    /// The answer in one sentence.
    String answer() {
        if (!comparison.objections().isEmpty()) {
            return "The runs cannot be compared, so there is no answer.";
        }
        if (challengers().isEmpty()) {
            return "There is nothing to hold it against.";
        }
        Optional<Comparison.Row> best =
                challengers().stream()
                        .filter(row -> pays(row.verdict()))
                        .max(Comparator.comparingDouble(row -> row.speedUp().value()));
        if (best.isPresent()) {
            return "Yes: "
                    + names().of(best.get())
                    + " is "
                    + best.get().verdict().words()
                    + " than "
                    + baseline()
                    + ", "
                    + best.get().speedUp().words()
                    + " times as fast.";
        }
        if (isAny(Verdict.SOMEWHAT_FASTER)) {
            return "Perhaps: something is faster than "
                    + baseline()
                    + ", but it is not shown that it is so by a tenth.";
        }
        if (isAny(Verdict.UNDECIDED)) {
            return "That is not known yet: " + comparison.tooFew().orElse("repeats are too few.");
        }
        return isAny(Verdict.NO_DIFFERENCE)
                ? "No gain is shown over " + baseline() + ": runs differ as much by themselves."
                : "No: nothing that was tried is worth it over " + baseline() + ".";
    }

    private boolean isAny(Verdict verdict) {
        return challengers().stream().anyMatch(row -> row.verdict() == verdict);
    }

    /// What is to be said of each setting, in the order of the table.
    List<String> reasons() {
        return comparison.objections().isEmpty()
                ? challengers().stream().map(this::reason).toList()
                : List.of();
    }

    private String reason(Comparison.Row row) {
        return names().of(row)
                + ": "
                + row.verdict().words()
                + ", "
                + row.speedUp().words()
                + " times as fast"
                + row.stack().map(ReportWords::losses).orElse("")
                + ".";
    }

    private static String losses(SpeedUpStack stack) {
        String losses =
                stack.shares().stream()
                        .filter(share -> share.part() != StackPart.USEFUL)
                        .filter(share -> stack.height(share.part()) >= WORTH_SAYING)
                        .sorted(Comparator.comparingLong(share -> -share.nanos()))
                        .limit(MOST_LOSSES)
                        .map(share ->
                                String.format(
                                        Locale.ROOT,
                                        "%.2f to %s",
                                        stack.height(share.part()),
                                        share.part().title()))
                        .collect(Collectors.joining(", "));
        return losses.isEmpty()
                ? ""
                : "; of " + Amounts.count(stack.lanes(), "lane") + " it lost " + losses;
    }

    private static boolean pays(Verdict verdict) {
        return verdict == Verdict.CLEARLY_FASTER || verdict == Verdict.FASTER;
    }

    /// What the parts of the stacks come to, for people.
    String stacks() {
        return "All lane time of the run in the middle, in units of its makespan. "
                + StackWords.usefulSentence(
                        challengers().stream().flatMap(row -> row.stack().stream()).toList())
                + " What follows it kept it from being the number of lanes; all parts come to that"
                + " number, to the nanosecond. A part below zero is where the many did better than"
                + " one.";
    }

    /// What is to be said below the sums of the stacks, such as what was left out of one, and why.
    List<String> ofStacks() {
        return challengers().stream()
                .flatMap(row ->
                        row.stack().stream()
                                .flatMap(stack -> stack.remarks().stream())
                                .map(what -> names().of(row) + ": " + what))
                .toList();
    }

    /// What the figures do not say.
    List<String> limits() {
        var limits = new ArrayList<String>();
        limits.add(
                "It holds for this content, this machine and this JDK. Other content, more cores or"
                        + " another setting can turn it round.");
        limits.add(
                "An interval tells what chance did among these runs. What all of them had in common"
                        + " it cannot tell.");
        if (challengers().size() > 1) {
            limits.add(
                    "With "
                            + challengers().size()
                            + " settings held against one, the intervals are so wide that all of"
                            + " them hold together with 95 %.");
        }
        limits.add(temperature());
        if (comparison.rows().stream().anyMatch(row -> row.stack().isPresent())) {
            limits.add(
                    "What is lost in one part of a stack is not gained when that part is removed:"
                            + " another may grow.");
        }
        limits.add("Stacks and timelines show one run of each setting, the one in the middle.");
        if (!circumstances.isStudy()) {
            limits.add(
                    "These runs took no turns: somebody began them one by one, and what the machine"
                            + " did besides is not known.");
        }
        if (circumstances.isNoisy()) {
            limits.add("Others used this machine as well, which makes intervals wide.");
        }
        return List.copyOf(limits);
    }

    private String temperature() {
        return isAll(RunInfo.Temperature.WARM)
                ? "The runs were warm: what a program pays when it has just been started, for"
                        + " loading and compiling itself, is not in these figures."
                : isAll(RunInfo.Temperature.COLD)
                        ? "The runs were cold, each the first of its JVM: loading and compiling"
                                + " the program is part of the figures, and starting the JVM is"
                                + " not."
                        : "Not all runs were warm: loading and compiling the program is part of"
                                + " the figures.";
    }

    private boolean isAll(RunInfo.Temperature temperature) {
        return comparison.contenders().stream()
                .flatMap(contender -> contender.runs().stream())
                .allMatch(run -> run.info().temperature() == temperature);
    }

    /// How it is known what pages did.
    static String pages(PageEffects.Pair pair) {
        return "Of the run in the middle of the slowest setting, against that of the fastest, "
                + pair.effects().basis().words()
                + ". Time that another lane\u2019s longer page hides counts for nothing.";
    }

    List<Comparison.Row> challengers() {
        return comparison.rows().stream()
                .filter(row -> !row.contender().equals(comparison.baseline()))
                .toList();
    }

    private Names names() {
        return new Names(comparison);
    }

    private String baseline() {
        return names().of(comparison.baseline());
    }
}

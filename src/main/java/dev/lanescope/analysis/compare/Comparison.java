package dev.lanescope.analysis.compare;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.RunSummary;
import dev.lanescope.analysis.explain.Finding;
import dev.lanescope.analysis.explain.Findings;
import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Runs of the same content side by side, each setting against a baseline.
///
/// Where the runs did not do the same there is no verdict, and [#objections] says why. What makes a
/// verdict weaker but leaves it standing is among the [#cautions]; what else differs than the
/// models, and is to be told before any figure, among the [#differences].
public final class Comparison {

    /// What came of one contender.
    ///
    /// @param pagesPerSecond of the median run
    /// @param speedUp over the baseline, from the first submit to the last result; of the baseline
    ///   itself 1; the intervals of all rows hold together with 95 %
    /// @param pageSpeedUp the same for the content's own pages alone
    /// @param processors CPU time of all workers over the makespan, of the median run; empty where
    ///   it is not known
    /// @param stack where the speed-up went; only against a sequential run on one lane
    /// @param upkeep what it took besides time
    public record Row(
            Contender contender,
            double wallNanos,
            double pagesPerSecond,
            Ratio speedUp,
            Ratio pageSpeedUp,
            OptionalDouble processors,
            Optional<SpeedUpStack> stack,
            Upkeep upkeep,
            Verdict verdict) {}

    private static final String OUTPUT = "Output hash";
    private static final String CONTENT = "Content hash";

    private final List<Contender> contenders;
    private final Contender baseline;
    private @Nullable List<Row> rows;
    private @Nullable List<String> objections;

    private Comparison(List<Contender> contenders, Contender baseline) {
        this.contenders = List.copyOf(contenders);
        this.baseline = baseline;
    }

    /// Holds each setting against the sequential one, or the first if none is sequential. A study's
    /// baseline is one of its own settings, whatever stands beside it. Of a sequential setting that
    /// ran cold and warm the baseline is what was as warm as most of the others.
    ///
    /// @param runs finished; at least one
    public static Comparison of(List<Snapshot> runs) {
        List<Contender> contenders = Contender.group(runs);
        List<Contender> studied =
                contenders.stream().filter(each -> !each.study().isEmpty()).toList();
        List<Contender> among = studied.isEmpty() ? contenders : studied;
        Contender baseline =
                among.stream()
                        .filter(Contender::isSequential)
                        .findFirst()
                        .map(first -> asWarmAsMost(first, among))
                        .orElseGet(among::getFirst);
        return new Comparison(contenders, baseline);
    }

    private static Contender asWarmAsMost(Contender sequential, List<Contender> among) {
        List<Contender> others = among.stream().filter(each -> !each.isSequential()).toList();
        return among.stream()
                .filter(sequential::isSameButWarmth)
                .max(
                        Comparator.comparingLong((Contender each) ->
                                        others.stream()
                                                .filter(other -> other.warmth() == each.warmth())
                                                .count())
                                .thenComparing(Contender::warmth))
                .orElse(sequential);
    }

    /// The settings that took turns with the baseline.
    private List<Contender> together() {
        return contenders.stream().filter(this::isTogether).toList();
    }

    private boolean isTogether(Contender contender) {
        return contender.study().equals(baseline.study());
    }

    /// The same runs, held against another of the settings.
    ///
    /// @param other one of the contenders
    public Comparison against(Contender other) {
        if (!contenders.contains(other)) {
            throw new IllegalArgumentException(other.title() + " is not among them");
        }
        return new Comparison(contenders, other);
    }

    /// Speed-up by worker, as everywhere; a model may have more lanes than it was given workers.
    /// Empty over a baseline that is not sequential: that would be the share of a share.
    public OptionalDouble efficiency(Row row) {
        Contender contender = row.contender();
        return !baseline.isSequential()
                ? OptionalDouble.empty()
                : OptionalDouble.of(row.speedUp().value() / contender.info().workers());
    }

    /// Where a setting stands beside the baseline; empty where the runs did not do the same, or do
    /// not tell.
    public Optional<Standing> standing(Row row) {
        if (!objections().isEmpty()) {
            return Optional.empty();
        }
        if (row.contender().equals(baseline)) {
            return Optional.of(Standing.BASELINE);
        }
        return Standing.of(row.speedUp());
    }

    public List<Contender> contenders() {
        return contenders;
    }

    public Contender baseline() {
        return baseline;
    }

    /// In the order of the contenders; worked out once.
    public synchronized List<Row> rows() {
        if (rows == null) {
            boolean comparable = objections().isEmpty();
            rows = contenders.stream().map(contender -> row(contender, comparable)).toList();
        }
        return rows;
    }

    private Row row(Contender contender, boolean comparable) {
        RunSummary summary = RunSummary.of(contender.median());
        int challengers = challengers(contender);
        Ratio speedUp = Bootstrap.ratio(baseline.walls(), contender.walls(), challengers);
        Verdict verdict = comparable ? Verdict.of(speedUp) : Verdict.NONE;
        return new Row(
                contender,
                Bootstrap.median(
                        contender.walls().stream().mapToDouble(Double::doubleValue).toArray()),
                summary.pagesPerSecond(),
                speedUp,
                Bootstrap.ratio(baseline.pageTimes(), contender.pageTimes(), challengers),
                summary.cpuNanos().isEmpty() || summary.wallNanos() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                (double) summary.cpuNanos().getAsLong() / summary.wallNanos()),
                comparable ? stack(contender) : Optional.empty(),
                Upkeep.of(contender),
                verdict);
    }

    /// What held up the run that stands for a setting, what took most first. Where it has a stack,
    /// its main loss is among that.
    public List<Finding> findings(Row row) {
        Snapshot run = row.contender().median();
        return row.stack()
                .filter(_ -> !row.contender().equals(baseline))
                .map(stack -> Findings.of(run, stack, baseline.median()))
                .orElseGet(() -> Findings.of(run));
    }

    private Optional<SpeedUpStack> stack(Contender contender) {
        Snapshot one = baseline.median();
        return baseline.isSequential() && one.lanes().size() == 1
                ? Optional.of(SpeedUpStack.of(contender.median(), one))
                : Optional.empty();
    }

    /// Why the runs cannot be compared, a sentence each; empty if they can. Worked out once.
    public synchronized List<String> objections() {
        if (objections == null) {
            objections = findObjections();
        }
        return objections;
    }

    private List<String> findObjections() {
        var found = new ArrayList<String>();
        if (contenders.stream().anyMatch(contender -> contender.info().isForeign())) {
            found.add("A trace of another tool is among them: nothing says that it did this work.");
        }
        var counts = new ItemCounts(runs().stream().map(Snapshot::info).toList());
        boolean hashed = runs().stream().allMatch(run -> fact(run, CONTENT).isPresent());
        if (facts(CONTENT).size() > 1
                || (!hashed && told(info -> info.content() + info.contentBytes()).size() > 1)) {
            found.add("The runs rendered different content.");
        } else if (counts.differ()) {
            found.add(counts.objection());
        }
        if (runs().stream().anyMatch(run -> !RunSummary.of(run).isComplete())) {
            found.add("Not every run finished all of its pages.");
        }
        if (facts(OUTPUT).size() > 1) {
            found.add("The runs did not write the same bytes.");
        }
        return List.copyOf(found);
    }

    /// What else differs than how the work is shared out, a sentence each; part of any difference
    /// is that. To be told before the figures.
    public List<String> differences() {
        return new Unlike(runs().stream().map(Snapshot::info).toList()).sentences();
    }

    /// What weakens the comparison besides the [#differences], a sentence each.
    public List<String> cautions() {
        var found = new ArrayList<String>();
        if (told(info -> info.temperature().toString()).size() > 1) {
            found.add(
                    "Some runs were cold and others warm: part of the difference is the compiler.");
        }
        if (runs().stream().anyMatch(run -> fact(run, OUTPUT).isEmpty())) {
            found.add("Of some runs it is not known whether they wrote the same bytes.");
        }
        long disturbed = Disturbance.disturbed(runs());
        if (disturbed > 0) {
            found.add(
                    "During "
                            + disturbed
                            + " of "
                            + Amounts.count(runs().size(), "run")
                            + " other programs used "
                            + Amounts.percent(Disturbance.DISTURBING)
                            + " of the machine or more.");
        }
        int beside = contenders.size() - together().size();
        if (beside > 0) {
            found.add(
                    Amounts.count(beside, "setting")
                            + (beside == 1 ? " stands" : " stand")
                            + " beside the baseline's study and did not take turns with it: what"
                            + " the machine did then is part of the difference.");
        }
        tooFew().ifPresent(why -> found.add(why + " Where there are fewer, no verdict is given."));
        return List.copyOf(found);
    }

    /// Why some settings that took turns with the baseline have too few repeats for a verdict;
    /// nothing if all have enough.
    public Optional<String> tooFew() {
        int fewest =
                together().stream()
                        .mapToInt(contender -> contender.runs().size())
                        .min()
                        .orElseThrow();
        return Certainty.objection(fewest, challengers(baseline));
    }

    /// With how many others a setting's interval has to hold: in a study with those of its settings
    /// alone, so that nothing beside it changes what it says.
    private int challengers(Contender contender) {
        int settings = isTogether(contender) ? together().size() : contenders.size();
        return Math.max(1, settings - 1);
    }

    private List<Snapshot> runs() {
        return contenders.stream().flatMap(contender -> contender.runs().stream()).toList();
    }

    private Set<String> told(Function<RunInfo, String> what) {
        return runs().stream()
                .map(Snapshot::info)
                .map(what)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> facts(String name) {
        return runs().stream()
                .flatMap(run -> fact(run, name).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<String> fact(Snapshot run, String name) {
        return new Contender(List.of(run)).fact(name);
    }
}

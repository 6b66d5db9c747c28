package dev.lanescope.study.rules;

import dev.lanescope.analysis.ComputeAndWait;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.analysis.scaling.Fit;
import dev.lanescope.analysis.scaling.RuleCheck;
import dev.lanescope.analysis.scaling.RuleOfThumb;
import dev.lanescope.analysis.scaling.Scaling;
import dev.lanescope.analysis.scaling.Sweep;
import dev.lanescope.concurrency.auto.Auto;
import dev.lanescope.concurrency.auto.Auto.Choice;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What people say about the right number of workers. Each rule is taken as its author wrote it
/// down; what it is worth here, a sweep shows.
public final class RulesOfThumb {

    private static final int MOST = 32;
    private static final String GOETZ = "Goetz, Java Concurrency in Practice, 2006";
    private static final String NODUPE = "NoDupeLabs, get_optimal_workers";

    private RulesOfThumb() {}

    /// All of them, held against a sweep.
    ///
    /// @param comparison that it is a part of; a sequential run in it tells how much pages wait
    public static List<RuleCheck> checked(Sweep sweep, Comparison comparison) {
        RunInfo info = sweep.contenders().getFirst().info();
        List<RuleOfThumb> rules = new ArrayList<>();
        var work =
                new Work(
                        sweep.scaling().cores(),
                        info.pages(),
                        info.contentBytes(),
                        one(sweep, comparison).flatMap(ComputeAndWait::of));
        rules.addAll(of(work));
        rules.addAll(measured(sweep.scaling()));
        return RuleCheck.of(rules, sweep.scaling());
    }

    /// Runs with other knobs wait and compute otherwise, and cold ones compute more.
    private static Optional<Snapshot> one(Sweep sweep, Comparison comparison) {
        RunInfo swept = sweep.contenders().getFirst().info();
        return Optional.of(comparison.baseline())
                .filter(Contender::isSequential)
                .or(() -> sweep.contender(1))
                .filter(contender -> contender.info().setting().equals(swept.setting()))
                .filter(contender -> contender.info().temperature() == swept.temperature())
                .or(() -> sweep.contender(1))
                .map(Contender::median);
    }

    /// What rules go by.
    ///
    /// @param took how long one worker computed and waited for all of it, if that is known
    public record Work(int cores, int pages, long bytes, Optional<ComputeAndWait> took) {}

    /// The rules that know nothing of the sweep, in the order in which they are shown.
    public static List<RuleOfThumb> of(Work work) {
        int cores = work.cores();
        int pages = Math.max(1, work.pages());
        return List.of(
                RuleOfThumb.of("cores", "one thread that computes for each", cores),
                RuleOfThumb.of("cores + 1", GOETZ + ": for work that computes", cores + 1),
                goetz(work),
                RuleOfThumb.of(
                        "min(32, cores + 4)",
                        "Python's ThreadPoolExecutor",
                        Math.min(MOST, cores + 4)),
                RuleOfThumb.of("2 \u00d7 cores", NODUPE + ": free-threaded, computing", 2 * cores),
                RuleOfThumb.of(
                        "min(32, cores)",
                        NODUPE + ": with a GIL, computing",
                        Math.min(MOST, cores)),
                RuleOfThumb.of(
                        "min(32, 2 \u00d7 cores)",
                        NODUPE + ": reading and writing",
                        Math.min(MOST, 2 * cores)),
                RuleOfThumb.of("min(32, pages)", "NoDupeLabs, map_parallel", Math.min(MOST, pages)),
                BengalProfile.CI.rule(work),
                BengalProfile.LOCAL.rule(work),
                BengalProfile.PRODUCTION.rule(work),
                auto(work));
    }

    private static RuleOfThumb goetz(Work work) {
        String title = "cores \u00d7 (1 + wait/compute)";
        String source = GOETZ + ", after Little, 1961";
        if (work.took().isEmpty()) {
            return unknown(title, source);
        }
        double ratio = work.took().get().waitByCompute();
        int workers = Math.clamp(Math.round(work.cores() * (1 + ratio)), 1, 1_000);
        return new RuleOfThumb(
                title,
                source,
                OptionalInt.of(workers),
                String.format(
                        Locale.ROOT, "one worker waits %.3f s for each that it computes", ratio));
    }

    private static RuleOfThumb auto(Work work) {
        String title = "auto";
        String source = "Lanescope\u2019s own, after its first pages";
        if (work.took().isEmpty()) {
            return unknown(title, source);
        }
        ComputeAndWait took = work.took().get();
        Choice chosen =
                Auto.choice(
                        Math.max(1, work.pages()),
                        took.computeNanos(),
                        took.waitNanos(),
                        work.cores());
        return new RuleOfThumb(
                title, source, OptionalInt.of(chosen.workers()), "it would take " + chosen.words());
    }

    private static RuleOfThumb unknown(String title, String source) {
        return new RuleOfThumb(
                title,
                source,
                OptionalInt.empty(),
                "no run with one lane and these settings tells how long it computed and how long it"
                        + " waited");
    }

    /// What the sweep itself says.
    private static List<RuleOfThumb> measured(Scaling scaling) {
        OptionalInt fewest = RuleCheck.fewestAsGood(scaling);
        Optional<Fit> fit = scaling.chosen();
        double peak = fit.map(each -> each.law().peak()).orElse(Double.POSITIVE_INFINITY);
        boolean peaks = Double.isFinite(peak) && peak < 1_000;
        return List.of(
                new RuleOfThumb(
                        "the knee",
                        "the fewest that are not shown to be slower than the best",
                        fewest,
                        fewest.isPresent()
                                ? ""
                                : "that takes "
                                        + RuleCheck.runsNeeded(scaling)
                                        + " runs of each number"),
                new RuleOfThumb(
                        "the law\u2019s peak",
                        fit.map(each -> each.kind().title()).orElse("no law is told"),
                        peaks
                                ? OptionalInt.of((int) Math.max(1, Math.round(peak)))
                                : OptionalInt.empty(),
                        peaks
                                ? ""
                                : fit.isPresent()
                                        ? "by the law more workers are never slower"
                                        : "there is too little for a law"));
    }
}

package dev.lanescope.cli;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.analysis.compare.Counterfactual;
import dev.lanescope.analysis.compare.Counterfactuals;
import dev.lanescope.analysis.compare.Disturbance;
import dev.lanescope.analysis.compare.MiddleHalf;
import dev.lanescope.analysis.compare.Upkeep;
import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.exchange.report.Circumstances;
import dev.lanescope.trace.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What programs read of settings side by side; the keys stand in `docs/terminal.md`.
record CompareJson(
        int format,
        String version,
        String content,
        int pages,
        int repeats,
        long seed,
        Circumstances.@Nullable Probe probeBefore,
        Circumstances.@Nullable Probe probeAfter,
        List<String> differences,
        List<String> objections,
        List<String> cautions,
        List<Entry> settings) {

    private static final int FORMAT = 1;

    /// One setting.
    ///
    /// @param apart what sets it apart from another entry of the same setting: how warm its runs
    ///   were, or of which study; mostly empty
    /// @param verdict over the baseline; of the baseline itself `baseline`
    /// @param stackNanos lane time by part, whose sum is lanes x wall time; null if it cannot be
    ///   told
    /// @param leftOutNanos what of the sequential run's makespan is not in the useful work
    /// @param withoutLockWait what a replay says; null if nobody waited, or it cannot tell
    /// @param without what it says of every loss
    record Entry(
            String model,
            int workers,
            String setting,
            String apart,
            List<Long> wallNanos,
            List<@Nullable Double> cpuOfOthers,
            long medianNanos,
            @Nullable Long lowerQuartileNanos,
            @Nullable Long upperQuartileNanos,
            double pagesPerSecond,
            RatioJson speedUp,
            RatioJson pageSpeedUp,
            @Nullable Double efficiency,
            @Nullable Double processors,
            @Nullable Long peakMemoryBytes,
            @Nullable Double crossedBytesPerPage,
            @Nullable Long workerStartNanos,
            int failures,
            String verdict,
            String treeHash,
            @Nullable Map<String, Long> stackNanos,
            @Nullable Long leftOutNanos,
            @Nullable Boolean preemptionKnown,
            @Nullable Boolean inflationKnown,
            @Nullable Counterfactual withoutLockWait,
            WithoutJson without,
            List<FindingJson> findings) {

        static Entry of(Comparison.Row row, Comparison comparison) {
            Contender contender = row.contender();
            boolean isBaseline = contender.equals(comparison.baseline());
            Upkeep upkeep = row.upkeep();
            Optional<MiddleHalf> half = MiddleHalf.of(contender);
            return new Entry(
                    contender.info().model(),
                    contender.info().workers(),
                    contender.info().setting(),
                    contender.apart(),
                    contender.walls().stream().map(Double::longValue).toList(),
                    others(contender),
                    Math.round(row.wallNanos()),
                    half.map(each -> Math.round(each.low())).orElse(null),
                    half.map(each -> Math.round(each.high())).orElse(null),
                    row.pagesPerSecond(),
                    RatioJson.of(row.speedUp()),
                    RatioJson.of(row.pageSpeedUp()),
                    nullable(comparison.efficiency(row)),
                    nullable(row.processors()),
                    upkeep.peakBytes().isPresent() ? upkeep.peakBytes().getAsLong() : null,
                    upkeep.crossedBytes().isPresent() ? upkeep.crossedBytes().getAsDouble() : null,
                    upkeep.startNanos().isPresent() ? upkeep.startNanos().getAsLong() : null,
                    upkeep.failures(),
                    isBaseline ? "baseline" : key(row.verdict().name()),
                    contender.fact("Output hash").orElse(""),
                    row.stack().map(Entry::parts).orElse(null),
                    row.stack().map(SpeedUpStack::leftOutNanos).orElse(null),
                    row.stack().map(SpeedUpStack::isPreemptionKnown).orElse(null),
                    row.stack().map(stack -> stack.isKnown(StackPart.INFLATION)).orElse(null),
                    Counterfactual.of(row, comparison).orElse(null),
                    WithoutJson.of(Counterfactuals.of(row, comparison)),
                    FindingJson.all(row, comparison));
        }

        private static @Nullable Double nullable(OptionalDouble figure) {
            return figure.isPresent() ? figure.getAsDouble() : null;
        }

        private static List<@Nullable Double> others(Contender contender) {
            var shares = new ArrayList<@Nullable Double>(); // List.of takes no null
            for (Snapshot run : contender.runs()) {
                OptionalDouble share = Disturbance.share(run);
                shares.add(share.isPresent() ? share.getAsDouble() : null);
            }
            return shares;
        }

        private static Map<String, Long> parts(SpeedUpStack stack) {
            var parts = new LinkedHashMap<String, Long>();
            stack.shares().forEach(share -> parts.put(key(share.part().name()), share.nanos()));
            return parts;
        }

        static String key(String name) {
            return name.toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static CompareJson of(Comparison comparison, Circumstances circumstances) {
        var info = comparison.baseline().info();
        return new CompareJson(
                FORMAT,
                Version.number(),
                info.content(),
                info.pages(),
                circumstances.repeats(),
                circumstances.seed(),
                circumstances.before().orElse(null),
                circumstances.after().orElse(null),
                comparison.differences(),
                comparison.objections(),
                comparison.cautions(),
                comparison.rows().stream().map(row -> Entry.of(row, comparison)).toList());
    }
}

package dev.lanescope.exchange.bundle;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Ratio;
import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.trace.Snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What came of a study, as it can be worked out from its traces alone, again and again.
///
/// @param objections why there is no verdict
/// @param settings in the order of the comparison
record Results(List<String> objections, List<Entry> settings) {

    /// One setting.
    ///
    /// @param wallNanos every run
    /// @param speedUp ratio of the medians, and the ends of its interval
    /// @param stackNanos lane time by part; empty if there is no stack
    record Entry(
            String model,
            int workers,
            String setting,
            List<Long> wallNanos,
            double speedUp,
            double low,
            double high,
            String verdict,
            String outputHash,
            Map<String, Long> stackNanos) {}

    static Results of(Comparison comparison) {
        return new Results(
                comparison.objections(), comparison.rows().stream().map(Results::entry).toList());
    }

    private static Entry entry(Comparison.Row row) {
        var contender = row.contender();
        Ratio ratio = row.speedUp();
        return new Entry(
                contender.info().model(),
                contender.info().workers(),
                contender.info().setting(),
                contender.runs().stream().map(Snapshot::endNanos).toList(),
                ratio.value(),
                ratio.low(),
                ratio.high(),
                row.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                contender.fact("Output hash").orElse(""),
                row.stack().map(Results::parts).orElse(Map.of()));
    }

    private static Map<String, Long> parts(SpeedUpStack stack) {
        var parts = new LinkedHashMap<String, Long>();
        stack.shares().forEach(share -> parts.put(share.part().title(), share.nanos()));
        return parts;
    }
}

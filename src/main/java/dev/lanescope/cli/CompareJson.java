package dev.lanescope.cli;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.analysis.compare.Ratio;
import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.study.NoiseProbe;
import dev.lanescope.study.StudyResult;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What programs read of settings side by side; the keys stand in `docs/terminal.md`.
record CompareJson(
        int format,
        String version,
        String content,
        int pages,
        int repeats,
        long seed,
        NoiseProbe probeBefore,
        NoiseProbe probeAfter,
        List<String> objections,
        List<String> cautions,
        List<Entry> settings) {

    private static final int FORMAT = 1;

    /// One setting.
    ///
    /// @param verdict over the baseline; of the baseline itself `baseline`
    /// @param stackNanos lane time by part, whose sum is lanes x wall time; null if it cannot be
    ///   told
    record Entry(
            String model,
            int workers,
            String setting,
            List<Long> wallNanos,
            double medianNanos,
            double pagesPerSecond,
            Ratio speedUp,
            Ratio pageSpeedUp,
            double efficiency,
            @Nullable Double processors,
            String verdict,
            String treeHash,
            @Nullable Map<String, Long> stackNanos,
            List<FindingJson> findings) {

        static Entry of(Comparison.Row row, Comparison comparison) {
            Contender contender = row.contender();
            boolean isBaseline = contender.equals(comparison.baseline());
            return new Entry(
                    contender.info().model(),
                    contender.info().workers(),
                    contender.info().setting(),
                    contender.walls().stream().map(Double::longValue).toList(),
                    row.wallNanos(),
                    row.pagesPerSecond(),
                    row.speedUp(),
                    row.pageSpeedUp(),
                    row.efficiency(),
                    row.processors().isPresent() ? row.processors().getAsDouble() : null,
                    isBaseline ? "baseline" : key(row.verdict().name()),
                    contender.fact("Output hash").orElse(""),
                    row.stack().map(Entry::parts).orElse(null),
                    FindingJson.all(FindingText.here(contender.median())));
        }

        private static Map<String, Long> parts(SpeedUpStack stack) {
            var parts = new LinkedHashMap<String, Long>();
            stack.shares().forEach(share -> parts.put(key(share.part().name()), share.nanos()));
            return parts;
        }

        private static String key(String name) {
            return name.toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static CompareJson of(StudyResult result) {
        Comparison comparison = result.comparison();
        var info = comparison.baseline().info();
        return new CompareJson(
                FORMAT,
                Version.number(),
                info.content(),
                info.pages(),
                result.study().repeats(),
                result.study().seed(),
                result.before(),
                result.after(),
                comparison.objections(),
                comparison.cautions(),
                comparison.rows().stream().map(row -> Entry.of(row, comparison)).toList());
    }
}

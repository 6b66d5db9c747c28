package dev.lanescope.cli;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.analysis.scaling.Fit;
import dev.lanescope.analysis.scaling.Interval;
import dev.lanescope.analysis.scaling.RuleCheck;
import dev.lanescope.analysis.scaling.Scaling;
import dev.lanescope.study.NoiseProbe;
import dev.lanescope.study.StudyResult;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/// What programs read of how the work scales; the keys stand in `docs/terminal.md`.
record SweepJson(
        int format,
        String version,
        String content,
        int pages,
        String model,
        int cores,
        int repeats,
        long seed,
        NoiseProbe probeBefore,
        NoiseProbe probeAfter,
        boolean noisy,
        List<String> differences,
        List<String> objections,
        List<String> cautions,
        List<Entry> points,
        String refusal,
        List<Curve> laws,
        List<Rule> rules,
        List<Found> findings) {

    private static final int FORMAT = 1;

    /// One number of workers.
    record Entry(
            int workers,
            boolean beyondCores,
            List<Long> wallNanos,
            RatioJson speedUp,
            double efficiency,
            @Nullable Interval karpFlatt,
            @Nullable Double overLaw) {}

    /// What held up the run in the middle with so many workers; the sequential one has 1 too.
    record Found(String model, int workers, FindingJson finding) {}

    /// One law that was fitted.
    ///
    /// @param peakWorkers null if it never gets slower
    record Curve(
            String law,
            boolean chosen,
            double oneNanos,
            Interval sigma,
            Interval kappa,
            double aicc,
            int fittedRuns,
            int fittedTo,
            @Nullable Double peakWorkers) {}

    /// A rule of thumb.
    ///
    /// @param workers null if it cannot tell
    /// @param overBest null if so many were not measured
    record Rule(
            String rule,
            String source,
            String why,
            @Nullable Integer workers,
            boolean best,
            @Nullable RatioJson overBest) {

        static Rule of(RuleCheck check) {
            var workers = check.rule().workers();
            return new Rule(
                    check.rule().title(),
                    check.rule().source(),
                    check.rule().why(),
                    workers.isPresent() ? workers.getAsInt() : null,
                    check.isBest(),
                    check.over().map(RatioJson::of).orElse(null));
        }
    }

    static SweepJson of(
            StudyResult result,
            Comparison comparison,
            Scaling scaling,
            List<RuleCheck> rules,
            String model) {
        var info = comparison.baseline().info();
        return new SweepJson(
                FORMAT,
                Version.number(),
                info.content(),
                info.pages(),
                model,
                scaling.cores(),
                result.study().repeats(),
                result.study().seed(),
                result.before(),
                result.after(),
                result.isNoisy(),
                comparison.differences(),
                comparison.objections(),
                comparison.cautions(),
                scaling.points().stream().map(point -> entry(scaling, point)).toList(),
                scaling.refusal(),
                scaling.fits().stream().map(fit -> curve(scaling, fit)).toList(),
                rules.stream().map(Rule::of).toList(),
                comparison.contenders().stream().flatMap(SweepJson::found).toList());
    }

    private static Stream<Found> found(Contender contender) {
        var info = contender.info();
        return FindingJson.all(contender.median()).stream()
                .map(finding -> new Found(info.model(), info.workers(), finding));
    }

    private static Entry entry(Scaling scaling, Scaling.Point point) {
        return new Entry(
                point.workers(),
                point.beyondCores(),
                point.nanos().stream().map(Double::longValue).toList(),
                RatioJson.of(point.speedUp()),
                point.efficiency(),
                point.karpFlatt().orElse(null),
                scaling.overLaw(point).orElse(null));
    }

    private static Curve curve(Scaling scaling, Fit fit) {
        double peak = fit.law().peak();
        return new Curve(
                Json.word(fit.kind()),
                scaling.chosen().filter(fit::equals).isPresent(),
                fit.law().oneNanos(),
                fit.sigma(),
                fit.kappa(),
                fit.aicc(),
                fit.runs(),
                fit.most(),
                Double.isFinite(peak) ? peak : null);
    }
}

package dev.lanescope.claims.guide;

import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.claims.Reading;
import dev.lanescope.lab.Spread;
import dev.lanescope.recording.RunResult;
import dev.lanescope.study.StudyResult;
import dev.lanescope.trace.RunInfo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How the time of the runs of one worker divides: everything that somebody waits for who waits for
/// a site, and what of it belongs to no part. From the least to the greatest of the runs.
final class PhaseReadings {

    static final String TOTAL = "phase:total";
    static final String PREPARE = "phase:prepare";
    static final String PAGES = "phase:pages";
    static final String GENERATED = "phase:generated";
    static final String VERIFY = "phase:verify";
    static final String UNACCOUNTED = "phase:unaccounted";
    static final String RATE = "rate:pages-alone";
    static final String RATE_OVER_ALL = "rate:end-to-end";

    /// What each is, for people.
    private static final Map<String, String> WHAT =
            Map.of(
                    TOTAL, "All that one worker takes for a site",
                    PREPARE, "Preparing, of one worker's site",
                    PAGES, "Rendering pages, of one worker's site",
                    GENERATED, "Files made of pages, of one worker's site",
                    VERIFY, "Reading back what was written, of one worker's site",
                    UNACCOUNTED, "What belongs to no part, of one worker's site",
                    RATE, "Pages a second while one worker renders",
                    RATE_OVER_ALL, "Pages a second of one worker, from beginning to end");

    private static final String ALONE = "sequential";
    private static final double SECOND = 1e9;

    private PhaseReadings() {}

    /// Nothing if no worker ran alone in this JVM.
    static List<Reading> of(StudyResult study) {
        Map<String, List<Double>> samples = new LinkedHashMap<>();
        for (StudyResult.Done done : study.runs()) {
            RunResult result = done.result();
            if (result.trace().info().model().equals(ALONE)) {
                parts(result)
                        .forEach((key, value) ->
                                samples.computeIfAbsent(key, _ -> new ArrayList<>()).add(value));
            }
        }
        List<Reading> readings = new ArrayList<>();
        samples.forEach((key, all) -> {
            var spread = new Spread(all);
            readings.add(
                    new Reading(
                            key,
                            Objects.requireNonNull(WHAT.get(key)),
                            spread.median(),
                            spread.least(),
                            spread.most(),
                            all.size()));
        });
        return readings;
    }

    /// The parts are read from different clocks: the trace's own for pages and files made of pages,
    /// the run's for the others. What they leave is told and not shared out.
    private static Map<String, Double> parts(RunResult result) {
        RunResult.Phases phases = result.phases();
        double total = (double) phases.prepareNanos() + phases.renderNanos() + phases.verifyNanos();
        double pages = nanos(result, RunInfo.PAGES);
        double generated = nanos(result, RunInfo.GENERATED);
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put(TOTAL, total);
        parts.put(PREPARE, (double) phases.prepareNanos());
        parts.put(PAGES, pages);
        parts.put(GENERATED, generated);
        parts.put(VERIFY, (double) phases.verifyNanos());
        parts.put(UNACCOUNTED, phases.renderNanos() - pages - generated);
        if (pages > 0) {
            parts.put(RATE, result.done() * SECOND / pages);
            parts.put(RATE_OVER_ALL, result.done() * SECOND / total);
        }
        return parts;
    }

    private static double nanos(RunResult result, String phase) {
        return PhaseTime.of(result.trace()).stream()
                .filter(each -> each.phase().name().equals(phase))
                .mapToDouble(PhaseTime::nanos)
                .sum();
    }
}

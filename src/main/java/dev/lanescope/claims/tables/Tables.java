package dev.lanescope.claims.tables;

import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.Claims;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Measure;
import dev.lanescope.claims.Way;
import dev.lanescope.claims.evidence.Evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The list of tables. A new one is a frame and one entry here.
public final class Tables {

    private static final List<TableFrame> ALL =
            List.of(
                    ThreeWays.RESEARCH,
                    ThreeWays.SPECIFICATION,
                    SixPatterns.TABLE,
                    Recommended.TABLE,
                    TwoVersions.TABLE,
                    Overhead.TABLE);

    private Tables() {}

    /// All of them, in the order in which they are shown.
    public static List<TableFrame> all() {
        return ALL;
    }

    public static Optional<TableFrame> byId(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// All of them with what was measured.
    public static List<FilledTable> filled(Here here, List<Evidence> evidence) {
        return ALL.stream().map(frame -> FilledTable.of(frame, here, evidence)).toList();
    }

    /// All that a claim or a table is about.
    public static List<Measure> measures() {
        return Stream.concat(
                        Claims.measures().stream(),
                        ALL.stream().flatMap(frame -> frame.measures().stream()))
                .distinct()
                .toList();
    }

    /// What runs tell of that were made in this window, whoever made them. Runs in JVMs of their
    /// own cannot be told from the first run of this one, so what takes such is left to studies.
    public static List<Measure> measuresOfAnyRuns() {
        return measures().stream().filter(each -> each.way() != Way.COLD).toList();
    }

    /// What the runs of a study tell: slow disks and cold starts tell of nothing else.
    public static List<Measure> measures(ClaimExperiment.Turns turns) {
        return measures().stream().filter(each -> each.way() == turns.way()).toList();
    }
}

package dev.lanescope.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// What is found in runs that were made to be slow in a known way, and in those that were not.
class FindingsTest {

    private static final int CASES = 100;
    private static final double GOOD = 0.9;

    /// How often something was found rightly, wrongly, or not at all.
    private static final class Score {
        int right;
        int wrong;
        int missed;

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }
    }

    @Test
    void of_ten_findings_nine_are_so_and_of_ten_illnesses_nine_are_found() {
        Map<Illness, Score> scores = new EnumMap<>(Illness.class);
        for (Illness illness : Ward.ILLS) {
            scores.put(illness, new Score());
        }
        for (Illness illness : Ward.ILLS) {
            for (long seed = 1; seed <= CASES; seed++) {
                count(Ward.with(illness, 1000L * illness.ordinal() + seed), scores);
                count(Ward.healthy(1_000_000L * (illness.ordinal() + 1) + seed), scores);
            }
        }
        System.out.printf("%-20s %9s %9s%n", "illness", "precision", "recall");
        scores.forEach((illness, score) ->
                System.out.printf(
                        "%-20s %9.3f %9.3f%n", illness, score.precision(), score.recall()));
        assertThat(scores)
                .allSatisfy((illness, score) -> {
                    assertThat(score.right + score.missed).as("%s", illness).isPositive();
                    assertThat(score.precision()).as("%s", illness).isGreaterThanOrEqualTo(GOOD);
                    assertThat(score.recall()).as("%s", illness).isGreaterThanOrEqualTo(GOOD);
                });
    }

    private static void count(Ward.Case made, Map<Illness, Score> scores) {
        Set<Illness> found = EnumSet.noneOf(Illness.class);
        Findings.of(made.run()).forEach(finding -> found.add(finding.illness()));
        for (Illness illness : Ward.ILLS) {
            Score score = Objects.requireNonNull(scores.get(illness));
            if (found.contains(illness)) {
                score.right += made.ills().contains(illness) ? 1 : 0;
                score.wrong += made.ills().contains(illness) ? 0 : 1;
            } else {
                score.missed += made.ills().contains(illness) ? 1 : 0;
            }
        }
    }

    @ParameterizedTest
    @FieldSource("dev.lanescope.analysis.explain.Ward#ILLS")
    void a_finding_says_what_it_cost_and_leads_to_its_place(Illness illness) {
        Ward.Case made = Ward.with(illness, 7);
        Finding finding =
                Findings.of(made.run()).stream()
                        .filter(found -> found.illness() == illness)
                        .findFirst()
                        .orElseThrow();
        assertThat(finding.sentence()).matches(".*\\d.*\\.");
        assertThat(finding.remedy().sentence()).endsWith(".");
        assertThat(finding.evidence()).allSatisfy(place -> isIn(made.run(), place));
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void whatever_the_trace_findings_lie_in_it_and_the_greatest_comes_first(long seed) {
        Snapshot run = Traces.furnished(seed);
        var found = Findings.of(run);
        assertThat(found.stream().map(Finding::share).toList())
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(found.stream().map(Finding::illness).collect(Collectors.toSet()))
                .hasSameSizeAs(found);
        assertThat(found.stream().flatMap(finding -> finding.evidence().stream()))
                .allSatisfy(place -> isIn(run, place));
    }

    private static void isIn(Snapshot run, Stretch place) {
        assertThat(place.startNanos()).isNotNegative();
        assertThat(place.endNanos()).isLessThanOrEqualTo(run.endNanos());
        assertThat(place.lanes())
                .isNotEmpty()
                .allSatisfy(lane -> assertThat(lane).isBetween(0, run.lanes().size() - 1));
    }

    /// Two lanes that used half of the CPU time that they would have, beside others who used one
    /// processor of two.
    private static Patient slowed() {
        var run = new Patient(new Random(1), 2, 100, 0);
        run.processors = 2;
        run.others = 1;
        for (int page = 0; page < 100; page++) {
            run.spend(page % 2, Patient.PARSE, page, 2_000_000, 1_000_000);
        }
        return run;
    }

    private static List<Illness> found(Patient run) {
        return Findings.of(run.run()).stream().map(Finding::illness).toList();
    }

    @Test
    void the_kernel_knows_better_than_cpu_clocks_whether_others_had_the_processors() {
        assertThat(found(slowed())).contains(Illness.FOREIGN_LOAD);
        Patient hardlyQueued = slowed();
        hardlyQueued.queued.addAll(List.of(1_000_000L, 1_000_000L));
        assertThat(found(hardlyQueued)).doesNotContain(Illness.FOREIGN_LOAD);
        Patient queued = slowed();
        queued.queued.addAll(List.of(40_000_000L, 45_000_000L));
        Finding finding =
                Findings.of(queued.run()).stream()
                        .filter(each -> each.illness() == Illness.FOREIGN_LOAD)
                        .findFirst()
                        .orElseThrow();
        assertThat(finding.share()).isEqualTo(0.425); // 85 of 200 ms
        assertThat(finding.evidence()).extracting(Stretch::lanes).containsExactly(List.of(1));
    }

    @Test
    void a_heavy_page_that_comes_last_is_named_and_the_order_is_what_to_change() {
        Snapshot run =
                Traces.of("read@0 10, read@2 10, parse@4 80", "read@1 10, read@3 10, idle 80");
        Finding finding = Findings.of(run).getFirst();
        assertThat(finding.illness()).isEqualTo(Illness.TAIL);
        assertThat(finding.sentence())
                .isEqualTo(
                        "worker 2 had nothing left to do for 80 ns (80.0% of the run) because page"
                                + " ch4/page-4.md took 80 ns.");
        assertThat(finding.share()).isEqualTo(0.4);
        assertThat(finding.remedy().options()).isEqualTo("--scheduling heaviest-first");
        assertThat(finding.evidence().getFirst()).isEqualTo(Stretch.between(20, 100, Set.of(1)));
    }
}

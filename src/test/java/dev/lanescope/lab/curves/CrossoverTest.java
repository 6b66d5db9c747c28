package dev.lanescope.lab.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/// From how many pages on one model is ahead of another, from made-up builds.
class CrossoverTest {

    /// Five builds for each number of pages, a hundredth apart.
    private static CurveFinding builds(ColdBuild build, Map<Integer, Double> nanos) {
        return builds(build, nanos, 5);
    }

    private static CurveFinding builds(ColdBuild build, Map<Integer, Double> nanos, int rounds) {
        var points = new TreeMap<Integer, List<Double>>();
        nanos.forEach((pages, usual) ->
                points.put(
                        pages,
                        DoubleStream.iterate(0, round -> round + 1)
                                .limit(rounds)
                                .map(round -> usual * (1 + round / 100))
                                .boxed()
                                .toList()));
        return new CurveFinding(CurveKind.CROSSOVER, build, new Curve(points));
    }

    private static CurveSheet sheet(CurveFinding... found) {
        var book = new CurveBook(CurveKind.CROSSOVER);
        for (CurveFinding each : found) {
            book = book.with(each);
        }
        return book.sheet();
    }

    private static final CurveFinding ONE =
            builds(ColdBuild.SEQUENTIAL, Map.of(1, 100., 4, 200., 16, 600., 64, 2000.));

    private static Crossover against(CurveFinding other) {
        return Crossover.of(sheet(ONE, other), ColdBuild.SEQUENTIAL, (ColdBuild) other.row())
                .orElseThrow();
    }

    @Test
    void who_starts_slower_and_goes_faster_overtakes_between_two_numbers_of_pages() {
        Crossover crossover =
                against(
                        builds(
                                ColdBuild.FIXED_POOL,
                                Map.of(1, 150., 4, 220., 16, 500., 64, 1100.)));
        assertThat(crossover.found())
                .isInstanceOfSatisfying(
                        Crossover.Found.At.class,
                        at -> {
                            assertThat(at.notYet()).isEqualTo(4);
                            assertThat(at.from()).isEqualTo(16);
                            assertThat(at.about()).isCloseTo(6.1, within(0.2));
                        });
        assertThat(crossover.words())
                .startsWith(
                        "fixed-pool against sequential, cold: ahead from 16 pages on, not yet shown"
                                + " with 4 (the medians cross at about 6); 1.82 (")
                .endsWith(") times as fast with 64.");
    }

    @Test
    void one_number_at_which_it_is_not_ahead_counts_against_all_before() {
        assertThat(
                        against(
                                        builds(
                                                ColdBuild.ISOLATED,
                                                Map.of(1, 50., 4, 100., 16, 900., 64, 1000.)))
                                .found())
                .isInstanceOfSatisfying(
                        Crossover.Found.At.class,
                        at -> {
                            assertThat(at.notYet()).isEqualTo(16);
                            assertThat(at.from()).isEqualTo(64);
                        });
    }

    @Test
    void that_it_never_overtakes_or_always_was_ahead_is_told() {
        Crossover slow =
                against(
                        builds(
                                ColdBuild.PROCESSES,
                                Map.of(1, 900., 4, 950., 16, 1500., 64, 2500.)));
        assertThat(slow.found()).isEqualTo(new Crossover.Found.Never(64, true));
        assertThat(slow.words()).contains("still behind with 64 pages: 0.80 (");
        Crossover alike =
                against(
                        builds(
                                ColdBuild.PROCESSES,
                                Map.of(1, 900., 4, 950., 16, 1500., 64, 2000.)));
        assertThat(alike.words()).contains("not shown to be ahead with any number up to 64 pages");
        Crossover fast =
                against(builds(ColdBuild.FIXED_POOL, Map.of(1, 50., 4, 90., 16, 300., 64, 1000.)));
        assertThat(fast.found()).isEqualTo(new Crossover.Found.Always(1));
        assertThat(fast.words()).contains("ahead with 1 page already");
    }

    @Test
    void too_few_rounds_are_no_answer() {
        Crossover crossover =
                Crossover.of(
                                sheet(
                                        builds(ColdBuild.SEQUENTIAL, Map.of(1, 100., 8, 400.), 3),
                                        builds(ColdBuild.FIXED_POOL, Map.of(1, 150., 8, 200.), 3)),
                                ColdBuild.SEQUENTIAL,
                                ColdBuild.FIXED_POOL)
                        .orElseThrow();
        assertThat(crossover.found()).isEqualTo(new Crossover.Found.Unsure(3, 5));
        assertThat(crossover.words())
                .endsWith(
                        "2.00 times as fast with 8 pages by the medians; 3 rounds carry no"
                                + " interval, 5 would.");
    }

    @Test
    void others_than_one_thread_are_told_where_they_overtake() {
        CurveSheet sheet =
                sheet(
                        ONE,
                        builds(ColdBuild.FIXED_POOL, Map.of(1, 110., 4, 150., 16, 400., 64, 1500.)),
                        builds(ColdBuild.PROCESSES, Map.of(1, 900., 4, 950., 16, 990., 64, 1000.)));
        assertThat(Crossover.words(sheet))
                .hasSize(3)
                .anyMatch(words ->
                        words.startsWith("processes against fixed-pool, cold: ahead from 64"));
        assertThat(Crossover.words(CurveSheet.empty(CurveKind.CROSSOVER))).isEmpty();
    }

    @Test
    void numbers_of_pages_grow_to_all_that_there_are() {
        assertThat(ColdBuild.steps(1)).containsExactly(1);
        assertThat(ColdBuild.steps(16)).containsExactly(1, 4, 16);
        assertThat(ColdBuild.steps(112)).containsExactly(1, 4, 16, 64, 112);
        assertThat(ColdBuild.steps(5_000)).containsExactly(1, 4, 16, 64, 256, 1_000);
    }
}

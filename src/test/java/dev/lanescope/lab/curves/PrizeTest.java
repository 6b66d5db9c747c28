package dev.lanescope.lab.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What there is to win, and what is noise between two JVMs, from made-up measurements.
class PrizeTest {

    private static CurveFinding found(Ceiling way, Map<Integer, List<Double>> points) {
        return new CurveFinding(CurveKind.CEILING, way, new Curve(new TreeMap<>(points)));
    }

    private static final List<Double> ALONE =
            List.of(1000., 1010., 990., 1030., 1000., 1000., 980., 1000., 1000., 1020.);

    private static Prize prize(CurveFinding... found) {
        var book = new CurveBook(CurveKind.CEILING);
        for (CurveFinding each : found) {
            book = book.with(each);
        }
        return new Prize(book.sheet());
    }

    @Test
    void jvms_that_share_nothing_bound_what_threads_can_reach() {
        Prize prize =
                prize(
                        found(
                                Ceiling.JVMS,
                                Map.of(1, ALONE, 2, List.of(500., 505., 500., 510., 495.))),
                        found(
                                Ceiling.THREADS,
                                Map.of(
                                        1,
                                        List.of(1000.),
                                        2,
                                        List.of(625., 620., 630., 625., 625.))));
        assertThat(prize.times(Ceiling.JVMS, 2).orElseThrow().value()).isEqualTo(2);
        assertThat(prize.times(Ceiling.THREADS, 2).orElseThrow().value()).isEqualTo(1.6);
        assertThat(prize.words().getFirst())
                .startsWith("2 JVMs that share nothing make 2.00 (")
                .containsPattern("threads of one JVM make 1\\.60 \\(.*\\), 80\\.0% of that\\.");
    }

    @Test
    void jvms_that_do_the_same_tell_what_is_noise() {
        Prize prize = prize(found(Ceiling.JVMS, Map.of(1, ALONE)));
        Prize.Apart apart = prize.apart().orElseThrow();
        assertThat(apart.jvms()).isEqualTo(10);
        assertThat(apart.half()).isCloseTo(0.005, within(1e-9));
        assertThat(apart.most()).isCloseTo(0.03, within(1e-9));
        assertThat(prize.words())
                .contains(
                        "10 JVMs that did the same alone lie 0.5% off their median (half of them"
                                + " less), at most 3.0%: between runs in different JVMs a smaller"
                                + " difference says nothing.");
    }

    @Test
    void too_few_rounds_bound_nothing_and_neither_do_jvms_that_something_disturbed() {
        Prize few = prize(found(Ceiling.JVMS, Map.of(1, List.of(1000., 1600.), 2, List.of(500.))));
        assertThat(few.words())
                .singleElement()
                .asString()
                .endsWith("by the medians; so few rounds carry no interval, 5 would.");
        Prize disturbed =
                prize(
                        found(
                                Ceiling.JVMS,
                                Map.of(1, ALONE, 2, List.of(900., 910., 905., 900., 900.))),
                        found(Ceiling.THREADS, Map.of(2, List.of(600., 605., 600., 600., 600.))));
        assertThat(disturbed.words().getFirst())
                .contains("more than what should bound them", "Measure again")
                .doesNotContain("no model");
    }

    @Test
    void of_one_processor_and_of_nothing_no_more_is_said_than_is_known() {
        assertThat(prize(found(Ceiling.JVMS, Map.of(1, ALONE))).words().getFirst())
                .contains("one processor");
        assertThat(prize().words()).isEmpty();
        assertThat(Ceiling.steps(1)).containsExactly(1);
        assertThat(Ceiling.steps(6)).containsExactly(1, 2, 4, 6);
        assertThat(Ceiling.steps(64)).containsExactly(1, 2, 4, 8, 16);
    }
}

package dev.lanescope.lab.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.lab.CostException;
import dev.lanescope.recording.apart.CaseAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Curves, how they come out of the process that measured them, and the line through them.
class CurveTest {

    private static final Curve SOME = curve(Map.of(1_000, List.of(3.0, 1.25), 4_000, List.of(2.5)));

    static Curve curve(Map<Integer, List<Double>> points) {
        return new Curve(new TreeMap<>(points));
    }

    @Test
    void curves_cross_as_a_line() throws Exception {
        assertThat(read("CURVE " + SOME.line())).isEqualTo(SOME);
        assertThat(SOME.line()).isEqualTo("1000=3,1.25 4000=2.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CURVE ",
                "CURVE 1000",
                "CURVE 1000=",
                "CURVE x=1",
                "CURVE 1=NaN",
                "CURVE 1=1 1=2",
                "CURVE 1=1  2=2",
                "Error: Could not create the Java Virtual Machine.",
                ""
            })
    void an_answer_that_makes_no_sense_is_told_in_one_sentence(String line) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(CostException.class)
                .message()
                .startsWith("process-records could not be measured: ")
                .hasLineCount(1);
    }

    @Test
    void no_more_is_believed_than_anybody_measures() {
        assertThatThrownBy(() -> read("CURVE 1=" + "1,".repeat(5_000) + "1"))
                .isInstanceOf(CostException.class)
                .message()
                .hasSizeLessThan(200);
        assertThatThrownBy(() -> read("CURVE " + "1=1 ".repeat(100)))
                .isInstanceOf(CostException.class);
    }

    @Test
    void measurements_add_up_point_by_point() {
        Curve sum = SOME.plus(curve(Map.of(4_000, List.of(3.5), 16_000, List.of(9.0))));
        assertThat(sum.points())
                .containsExactly(
                        Map.entry(1_000, List.of(3.0, 1.25)),
                        Map.entry(4_000, List.of(2.5, 3.5)),
                        Map.entry(16_000, List.of(9.0)));
        assertThat(sum.at(4_000).orElseThrow().median()).isEqualTo(3.0);
        assertThat(sum.at(5_000)).isEmpty();
    }

    @Test
    void a_line_through_points_on_a_line_explains_everything() {
        LinearFit fit =
                curve(Map.of(1, List.of(12.0), 2, List.of(14.0), 16, List.of(42.0)))
                        .fit()
                        .orElseThrow();
        assertThat(fit.slope()).isCloseTo(2, within(1e-12));
        assertThat(fit.intercept()).isCloseTo(10, within(1e-9));
        assertThat(fit.rSquared()).isCloseTo(1, within(1e-12));
    }

    @Test
    void scatter_that_the_line_does_not_explain_lowers_r_squared() {
        // means 2 and 2; sums of squares 2, 2 and of products 1: R2 is 1 / 4
        LinearFit fit =
                curve(Map.of(1, List.of(1.0), 2, List.of(3.0), 3, List.of(2.0)))
                        .fit()
                        .orElseThrow();
        assertThat(fit.slope()).isEqualTo(0.5);
        assertThat(fit.rSquared()).isEqualTo(0.25);
    }

    @Test
    void there_is_no_line_through_one_point() {
        assertThat(curve(Map.of(1, List.of(1.0, 2.0))).fit()).isEmpty();
        assertThat(Curve.NONE.fit()).isEmpty();
    }

    private static Curve read(String line) throws CostException {
        return CurveLab.read(Route.PROCESS_RECORDS, new CaseAnswer(true, 0, line));
    }
}

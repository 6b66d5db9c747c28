package dev.lanescope.lab.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What curves of a JVM that gets faster say.
class WarmUpsTest {

    private static final double MS = 1e6;

    /// Points after 10, 20, 40, 80 pages, in milliseconds a page.
    private static Curve curve(double... millis) {
        NavigableMap<Integer, List<Double>> points = new TreeMap<>();
        int pages = 10;
        for (double each : millis) {
            points.put(pages, List.of(each * MS));
            pages *= 2;
        }
        return new Curve(points);
    }

    private static WarmUps warmUps(Curve tiered, Curve interpreted) {
        return new WarmUps(
                CurveSheet.empty(CurveKind.JIT)
                        .with(Compiling.TIERED, tiered)
                        .with(Compiling.INTERPRETED, interpreted));
    }

    @Test
    void the_level_is_that_of_the_last_pages_and_the_cost_what_came_above_it() {
        WarmUps curves = warmUps(curve(5, 3, 1.05, 1), curve(4, 4, 4, 4));
        assertThat(curves.first(Compiling.TIERED)).contains(5 * MS);
        assertThat(curves.steady(Compiling.TIERED)).contains(MS);
        assertThat(curves.warmAfter(Compiling.TIERED)).hasValue(20);
        assertThat(curves.cost(Compiling.TIERED).orElseThrow())
                .isCloseTo((10 * 4 + 10 * 2 + 20 * 0.05) * MS, within(1.0));
    }

    @Test
    void what_is_level_from_the_beginning_has_no_warm_up() {
        WarmUps curves = warmUps(curve(1, 1, 1), curve(4, 4, 4));
        assertThat(curves.warmAfter(Compiling.TIERED)).hasValue(0);
        assertThat(curves.cost(Compiling.TIERED)).contains(0.0);
        assertThat(curves.breakEven(Compiling.TIERED)).contains(0.0);
        assertThat(curves.words().getLast())
                .contains("its level from the beginning", "within the first 10 pages");
    }

    /// 10 ms behind after 10 pages, 0.5 ms a page ahead from then on: level after 20 more.
    @Test
    void it_has_paid_where_all_pages_so_far_took_no_longer_than_interpreting() {
        WarmUps curves = warmUps(curve(5, 3.5, 3.5, 1), curve(4, 4, 4, 4));
        assertThat(curves.breakEven(Compiling.TIERED).orElseThrow()).isCloseTo(30, within(1e-9));
        assertThat(curves.breakEvenWords(Compiling.TIERED))
                .isEqualTo("ahead in all after 30 pages");
    }

    @Test
    void what_never_pays_says_so() {
        WarmUps curves = warmUps(curve(9, 5, 5), curve(4, 4, 4));
        assertThat(curves.breakEven(Compiling.TIERED)).isEmpty();
        assertThat(curves.breakEvenWords(Compiling.TIERED)).isEqualTo("never ahead in all");
    }

    @Test
    void of_nothing_nothing_is_said() {
        var none = new WarmUps(CurveSheet.empty(CurveKind.JIT));
        assertThat(none.words()).isEmpty();
        assertThat(none.first(Compiling.TIERED)).isEmpty();
        assertThat(none.warmAfter(Compiling.TIERED)).isEmpty();
    }
}

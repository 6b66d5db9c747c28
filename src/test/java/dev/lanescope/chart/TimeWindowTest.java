package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Random;

class TimeWindowTest {

    private static final int WIDTH = 1600;

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_moment_under_the_cursor_stays_under_the_cursor(long seed) {
        var random = new Random(seed);
        TimeWindow window = Windows.random(random, 1L << random.nextInt(1, 45));
        double x = random.nextInt(WIDTH + 1);
        double moment = window.nanosAt(x, WIDTH);
        TimeWindow zoomed = window.zoomed(random.nextDouble(0.1, 10), moment);
        assertThat(zoomed.xOf(moment, WIDTH)).isCloseTo(x, within(0.01));
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void zooming_in_and_out_again_returns(long seed) {
        var random = new Random(seed);
        TimeWindow window = TimeWindow.fit(1L << random.nextInt(20, 45));
        double moment = window.nanosAt(random.nextInt(WIDTH), WIDTH);
        double factor = random.nextDouble(1, 1000);
        TimeWindow back = window.zoomed(factor, moment).zoomed(1 / factor, moment);
        double tiny = window.nanos() * 1e-9;
        assertThat(back.startNanos()).isCloseTo(window.startNanos(), within(tiny));
        assertThat(back.endNanos()).isCloseTo(window.endNanos(), within(tiny));
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void no_wandering_leaves_the_run(long seed) {
        var random = new Random(seed);
        long end = 1L << random.nextInt(0, 45);
        TimeWindow window = TimeWindow.fit(end);
        double run = Math.max((double) end, TimeWindow.LEAST_NANOS);
        for (int step = 0; step < 200; step++) {
            double moment = window.nanosAt(random.nextInt(WIDTH), WIDTH);
            window =
                    random.nextBoolean()
                            ? window.zoomed(random.nextDouble(0.2, 5), moment).clamped(end)
                            : window.panned(random.nextDouble(-2, 2) * window.nanos()).clamped(end);
            double margin = TimeWindow.MARGIN * window.nanos() + run * 1e-9;
            assertThat(window.startNanos()).isGreaterThanOrEqualTo(-margin);
            assertThat(window.endNanos()).isLessThanOrEqualTo(run + margin);
            assertThat(window.nanos()).isGreaterThan(TimeWindow.LEAST_NANOS * 0.999);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void places_and_moments_are_each_others_inverse(long seed) {
        var random = new Random(seed);
        TimeWindow window = Windows.random(random, 1L << random.nextInt(6, 45));
        double x = random.nextDouble(WIDTH);
        assertThat(window.xOf(window.nanosAt(x, WIDTH), WIDTH)).isCloseTo(x, within(0.01));
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void columns_begin_one_after_the_other(long seed) {
        var random = new Random(seed);
        TimeWindow window = Windows.random(random, 1L << random.nextInt(6, 45));
        int columns = 1 + random.nextInt(3000);
        for (int column = 0; column < columns; column++) {
            assertThat(window.columnStart(column, columns))
                    .isLessThanOrEqualTo(window.columnStart(column + 1, columns));
        }
    }

    @Test
    void a_clamped_window_is_left_alone() {
        TimeWindow window = TimeWindow.fit(1000).zoomed(3, 500).clamped(1000);
        assertThat(window.clamped(1000)).isEqualTo(window);
        assertThat(TimeWindow.fit(1000).clamped(1000)).isEqualTo(TimeWindow.fit(1000));
    }

    @Test
    void a_focused_span_has_room_on_both_sides_even_if_it_has_no_length() {
        assertThat(TimeWindow.around(1000, 2000)).isEqualTo(new TimeWindow(900, 2100));
        assertThat(TimeWindow.around(1000, 1000)).isEqualTo(new TimeWindow(975, 1025));
    }

    @Test
    void a_window_that_shows_nothing_is_refused() {
        assertThatThrownBy(() -> new TimeWindow(7, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7.0 to 7.0");
        assertThatThrownBy(() -> new TimeWindow(Double.NaN, 7))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

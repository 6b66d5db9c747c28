package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.Random;

class TimeWarpTest {

    private static TimeWarp warp(double... momentsAndPlaces) {
        int knots = momentsAndPlaces.length / 2;
        return new TimeWarp(
                Arrays.copyOf(momentsAndPlaces, knots),
                Arrays.copyOfRange(momentsAndPlaces, knots, 2 * knots));
    }

    @Test
    void between_two_knots_time_passes_evenly_and_beyond_them_at_its_own_pace() {
        TimeWarp warp = warp(0, 10, 20, 0, 100, 110);
        assertThat(warp.placeOf(5)).isEqualTo(50);
        assertThat(warp.placeOf(15)).isEqualTo(105);
        assertThat(warp.placeOf(27)).isEqualTo(117);
        assertThat(warp.placeOf(-3)).isEqualTo(-3);
        assertThat(warp.momentAt(50)).isEqualTo(5);
        assertThat(warp.momentAt(120)).isEqualTo(30);
    }

    @Test
    void a_run_stands_still_over_what_it_has_not_done() {
        TimeWarp warp = warp(0, 10, 10, 20, 0, 10, 40, 50);
        assertThat(warp.placeOf(10)).isEqualTo(40);
        assertThat(warp.momentAt(10)).isEqualTo(10);
        assertThat(warp.momentAt(25)).isEqualTo(10);
        assertThat(warp.momentAt(45)).isEqualTo(15);
    }

    @Test
    void a_run_can_be_shifted_so_that_a_moment_has_a_place() {
        TimeWarp warp = TimeWarp.shifted(300, 500);
        assertThat(warp.placeOf(310)).isEqualTo(510);
        assertThat(warp.momentAt(0)).isEqualTo(-200);
        assertThat(warp.isNone()).isFalse();
        assertThat(TimeWarp.NONE.isNone()).isTrue();
        assertThat(TimeWarp.NONE.placeOf(77)).isEqualTo(77);
    }

    @Test
    void knots_that_go_back_and_moments_without_places_are_refused() {
        assertThatThrownBy(() -> warp(0, 5, 4, 0, 1, 2)).hasMessageContaining("knot 2");
        assertThatThrownBy(() -> warp(0, 5, 0, -1)).hasMessageContaining("knot 1");
        assertThatThrownBy(() -> new TimeWarp(new double[2], new double[1]))
                .hasMessageContaining("2 moments with 1 places");
        assertThatThrownBy(TimeWarpTest::nothing).isInstanceOf(IllegalArgumentException.class);
    }

    private static TimeWarp nothing() {
        return new TimeWarp(new double[0], new double[0]);
    }

    private static TimeWarp random(Random random) {
        int knots = 1 + random.nextInt(30);
        double[] moments = random.doubles(knots, 0, 1e6).map(Math::floor).sorted().toArray();
        double[] places = random.doubles(knots, 0, 1e6).map(Math::floor).sorted().toArray();
        return new TimeWarp(moments, places);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void places_follow_moments_in_order_and_lead_back_to_them(long seed) {
        var random = new Random(seed);
        TimeWarp warp = random(random);
        double[] moments = random.doubles(100, -1e5, 1.2e6).sorted().toArray();
        double before = Double.NEGATIVE_INFINITY;
        for (double moment : moments) {
            double place = warp.placeOf(moment);
            assertThat(place).isGreaterThanOrEqualTo(before);
            before = place;
            // Where the axis stands still, several moments have one place; all have its moment.
            assertThat(warp.placeOf(warp.momentAt(place))).isCloseTo(place, within(1e-3));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_columns_of_a_warped_window_deal_out_all_of_its_time(long seed) {
        var random = new Random(seed);
        TimeWarp warp = random(random);
        TimeWindow axis = Windows.random(random, 1_000_000);
        int width = 1 + random.nextInt(300);
        var columns = new WarpedWindow(axis, warp, width);
        long first = (long) Math.floor(warp.momentAt(axis.startNanos()));
        assertThat(columns.columnStart(0, width)).isEqualTo(first);
        for (int column = 0; column < width; column++) {
            long from = columns.columnStart(column, width);
            assertThat(columns.columnStart(column + 1, width)).isGreaterThanOrEqualTo(from);
            assertThat(columns.pixelsPerNano(column, width)).isPositive();
        }
    }
}

package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Random;

/// A counter in pixels loses neither a short peak nor a long rest.
class CounterColumnsTest {

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_area_under_the_columns_is_the_area_under_the_counter(long seed) {
        var trace = Traces.random(seed);
        int columns = 1 + new Random(seed).nextInt(200);
        var window = TimeWindow.fit(trace.endNanos());
        for (CounterView counter : trace.counters()) {
            var drawn = new CounterColumns(counter, window, trace.endNanos(), columns);
            double area = 0;
            for (int column = 0; column < columns; column++) {
                long from = Math.max(0, window.columnStart(column, columns));
                long to = Math.min(trace.endNanos(), window.columnStart(column + 1, columns));
                area += drawn.mean(column) * Math.max(0, to - from);
            }
            assertThat(area).isCloseTo(areaOf(counter, trace.endNanos()), within(1e-6 * 1e9));
        }
    }

    /// The same by the definition: value times time, reading by reading.
    private static double areaOf(CounterView counter, long endNanos) {
        double area = 0;
        for (int i = 0; i < counter.size(); i++) {
            long from = Math.min(endNanos, counter.nanos(i));
            long to = i + 1 < counter.size() ? counter.nanos(i + 1) : endNanos;
            area += (double) counter.value(i) * Math.max(0, Math.min(to, endNanos) - from);
        }
        return area;
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void every_reading_within_the_run_is_at_most_the_highest_of_its_column(long seed) {
        var trace = Traces.random(seed);
        var window = TimeWindow.fit(trace.endNanos());
        for (CounterView counter : trace.counters()) {
            var drawn = new CounterColumns(counter, window, trace.endNanos(), 50);
            for (int i = 0; i < counter.size(); i++) {
                if (counter.nanos(i) >= trace.endNanos()) {
                    continue;
                }
                int column = 0;
                while (window.columnStart(column + 1, 50) <= counter.nanos(i)) {
                    column++;
                }
                assertThat(drawn.most(column)).isGreaterThanOrEqualTo(counter.value(i));
            }
        }
    }

    @Test
    void whatever_is_more_than_nothing_can_be_seen() {
        var trace = Traces.counting(100, 50, 1, 60, 0);
        var picture = Picture.of(10, 20);
        new CounterColumns(trace.counters().getFirst(), TimeWindow.fit(100), 100, 10)
                .paint(picture, 0, 20, new CounterColumns.Scale(0, 1000), 0xFF0000FF, 0xFF8888FF);
        assertThat(picture.at(5, 19)).isEqualTo(0xFF0000FF);
        assertThat(picture.at(4, 19)).isZero();
        assertThat(picture.at(7, 19)).isZero();
    }

    @Test
    void what_is_below_nothing_hangs_below_it() {
        var trace = Traces.counting(100, 0, 30, 50, -10);
        var picture = Picture.of(100, 40);
        var scale = new CounterColumns.Scale(-10, 30);
        new CounterColumns(trace.counters().getFirst(), TimeWindow.fit(100), 100, 100)
                .paint(picture, 0, 40, scale, 0xFF0000FF, 0xFF8888FF);
        assertThat(scale.rowsAbove(40)).isEqualTo(30);
        assertThat(picture.at(20, 0)).isEqualTo(0xFF0000FF);
        assertThat(picture.at(20, 29)).isEqualTo(0xFF0000FF);
        assertThat(picture.at(20, 30)).isZero();
        assertThat(picture.at(70, 29)).isZero();
        assertThat(picture.at(70, 30)).isEqualTo(0xFF0000FF);
        assertThat(picture.at(70, 39)).isEqualTo(0xFF0000FF);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void every_column_lies_between_its_lowest_and_its_highest(long seed) {
        var trace = Traces.random(seed);
        var window = TimeWindow.fit(trace.endNanos());
        for (CounterView counter : trace.counters()) {
            var drawn = new CounterColumns(counter, window, trace.endNanos(), 50);
            for (int column = 0; column < 50; column++) {
                assertThat(drawn.mean(column))
                        .isBetween((double) drawn.least(column), (double) drawn.most(column));
                assertThat(drawn.least(column)).isGreaterThanOrEqualTo(counter.least());
            }
        }
    }
}

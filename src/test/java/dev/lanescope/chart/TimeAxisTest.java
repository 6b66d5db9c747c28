package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Random;

class TimeAxisTest {

    private static double mono(String text) {
        return text.length() * 6.0;
    }

    @Test
    void labels_stand_at_nice_steps_in_one_unit() {
        TimeAxis axis = TimeAxis.of(new TimeWindow(150e6, 452e6), 780, TimeAxisTest::mono, 40);
        assertThat(axis.stepNanos()).isEqualTo(50_000_000);
        assertThat(labels(axis))
                .containsExactly(
                        "150 ms", "200 ms", "250 ms", "300 ms", "350 ms", "400 ms", "450 ms");
    }

    @Test
    void labels_have_the_decimals_their_step_needs() {
        assertThat(labels(TimeAxis.of(new TimeWindow(0, 1.2e9), 500, TimeAxisTest::mono, 10)))
                .startsWith("0.0 s", "0.1 s", "0.2 s");
        assertThat(
                        labels(
                                TimeAxis.of(
                                        new TimeWindow(389_723_000, 389_723_100),
                                        400,
                                        TimeAxisTest::mono,
                                        10)))
                .startsWith("389.72300 ms", "389.72305 ms");
        assertThat(labels(TimeAxis.of(new TimeWindow(0, 50), 800, TimeAxisTest::mono, 10)))
                .startsWith("0 ns", "5 ns", "10 ns");
        assertThat(labels(TimeAxis.of(new TimeWindow(0, 9e9), 500, TimeAxisTest::mono, 10)))
                .startsWith("0 s", "1 s");
    }

    @Test
    void minor_marks_divide_the_steps() {
        TimeAxis axis = TimeAxis.of(new TimeWindow(0, 100e6), 1000, TimeAxisTest::mono, 60);
        assertThat(axis.stepNanos()).isEqualTo(10_000_000);
        assertThat(axis.ticks()).hasSize(51);
        assertThat(axis.ticks().get(1).isMajor()).isFalse();
        assertThat(axis.ticks().get(5).isMajor()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void labels_never_touch_and_marks_lie_on_the_axis(long seed) {
        var random = new Random(seed);
        TimeWindow window = Windows.random(random, 1L << random.nextInt(1, 45));
        double width = random.nextDouble(30, 3000);
        TimeAxis axis = TimeAxis.of(window, width, TimeAxisTest::mono, 12);
        double free = Double.NEGATIVE_INFINITY;
        for (TimeAxis.Tick tick : axis.ticks()) {
            assertThat(tick.x()).isBetween(-1e-6, width + 1e-6);
            assertThat(tick.nanos()).isNotNegative();
            if (tick.isMajor()) {
                double half = mono(tick.label()) / 2;
                assertThat(tick.x() - half).isGreaterThan(free);
                free = tick.x() + half + 12 - 1e-6;
            }
        }
    }

    private static List<String> labels(TimeAxis axis) {
        return axis.ticks().stream()
                .filter(TimeAxis.Tick::isMajor)
                .map(TimeAxis.Tick::label)
                .toList();
    }
}

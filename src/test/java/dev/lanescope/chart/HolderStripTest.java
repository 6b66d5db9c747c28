package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Counter;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

/// Who held it is a colour, and how long is a width or, in one column, a height.
class HolderStripTest {

    private static final HolderStrip.Colours LANES = lane -> 0xFF000001 + lane;

    /// Readings as moment and lane in turn; 0 is nobody.
    private static CounterView held(long... readings) {
        var trace = new Trace(Traces.info(3, 1), Traces.QUEUE);
        Counter counter = trace.counter("worker with the lock");
        for (int i = 0; i < readings.length; i += 2) {
            counter.append(readings[i], readings[i + 1]);
        }
        return trace.snapshot(() -> 100).counters().getFirst();
    }

    private static Picture paint(CounterView counter, long end, int width, int height) {
        var picture = Picture.of(width, height);
        HolderStrip.paint(counter, TimeWindow.fit(100), end, picture, 0, height, LANES);
        return picture;
    }

    @Test
    void a_column_with_one_holder_has_its_colour_from_top_to_bottom() {
        var picture = paint(held(10, 1, 40, 2, 70, 0), 100, 10, 4);
        assertThat(picture.at(0, 3)).isZero();
        assertThat(picture.at(1, 0)).isEqualTo(0xFF000001);
        assertThat(picture.at(3, 3)).isEqualTo(0xFF000001);
        assertThat(picture.at(4, 0)).isEqualTo(0xFF000002);
        assertThat(picture.at(7, 3)).isZero();
    }

    @Test
    void a_column_with_several_holders_is_divided_by_their_time() {
        var picture = paint(held(0, 2, 50, 1, 75, 0), 100, 1, 8);
        assertThat(picture.at(0, 7)).isEqualTo(0xFF000001);
        assertThat(picture.at(0, 6)).isEqualTo(0xFF000001);
        assertThat(picture.at(0, 5)).isEqualTo(0xFF000002);
        assertThat(picture.at(0, 2)).isEqualTo(0xFF000002);
        assertThat(picture.at(0, 1)).isZero();
    }

    @Test
    void after_the_run_nobody_holds_it() {
        var picture = paint(held(0, 1), 50, 10, 2);
        assertThat(picture.at(4, 0)).isEqualTo(0xFF000001);
        assertThat(picture.at(5, 0)).isZero();
    }

    @Test
    void stretches_wide_enough_for_words_are_told() {
        var pieces = HolderStrip.pieces(held(0, 1, 5, 2, 60, 0), TimeWindow.fit(100), 100, 200, 40);
        assertThat(pieces).containsExactly(new HolderStrip.Piece(1, 10, 110));
    }

    @Test
    void only_counters_that_name_lanes_are_drawn_so() {
        assertThat(HolderStrip.suits(held(0, 1))).isTrue();
        assertThat(HolderStrip.suits(Traces.counting(100, 1, 1).counters().getFirst())).isFalse();
    }
}

package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LaneLayoutTest {

    @Test
    void a_lane_holds_a_page_band_and_spans() {
        LaneLayout layout = LaneLayout.full(3);
        assertThat(layout.contentHeight()).isEqualTo(114);
        assertThat(layout.rowTop(1) + layout.bandOffset()).isEqualTo(41);
        assertThat(layout.rowTop(1) + layout.spanOffset()).isEqualTo(55);
        assertThat(layout.rowAt(37.9)).isZero();
        assertThat(layout.rowAt(38)).isEqualTo(1);
        assertThat(layout.rowAt(-1)).isNegative();
        assertThat(layout.rowAt(114)).isEqualTo(3);
    }

    @Test
    void compact_lanes_keep_a_line_of_ground_between_them() {
        assertThat(LaneLayout.compact(8, 4).spanHeight()).isEqualTo(3);
        assertThat(LaneLayout.compact(8, 12).spanHeight()).isEqualTo(10);
        assertThat(LaneLayout.compact(8, 1).spanHeight()).isEqualTo(1);
    }

    @Test
    void scrolling_ends_with_the_last_lane() {
        LaneLayout layout = LaneLayout.full(40_000);
        assertThat(layout.clampScroll(-5, 400)).isZero();
        assertThat(layout.clampScroll(Integer.MAX_VALUE, 400)).isEqualTo(40_000 * 38 - 400);
        assertThat(LaneLayout.full(3).clampScroll(50, 400)).isZero();
    }

    @Test
    void scrolling_to_a_lane_moves_no_further_than_needed() {
        assertThat(scrolled(500, 380).scrollTo(0)).isZero();
        assertThat(scrolled(0, 380).scrollTo(12)).isEqualTo(3 * 38);
        assertThat(scrolled(100, 380).scrollTo(5)).isEqualTo(100);
        assertThat(scrolled(300, 20).scrollTo(5)).isEqualTo(5 * 38);
    }

    private static Viewport scrolled(int scroll, int height) {
        return new Viewport(TimeWindow.fit(100), LaneLayout.full(100), 800, height, scroll);
    }

    @Test
    void only_lanes_in_sight_are_visited() {
        var view = new Viewport(TimeWindow.fit(100), LaneLayout.full(40_000), 800, 380, 38 * 100);
        assertThat(view.rowsInSight())
                .containsExactly(100, 101, 102, 103, 104, 105, 106, 107, 108, 109);
        var below = new Viewport(TimeWindow.fit(100), LaneLayout.full(3), 800, 380, 20);
        assertThat(below.rowsInSight()).containsExactly(0, 1, 2);
    }

    @Test
    void lanes_too_low_for_what_they_hold_are_refused() {
        assertThatThrownBy(() -> new LaneLayout(Rows.plain(2), 10, 0, 3, 12, 2, 0, 18))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lanes of height 10 cannot hold 35");
    }
}

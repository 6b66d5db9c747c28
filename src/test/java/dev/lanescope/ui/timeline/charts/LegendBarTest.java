package dev.lanescope.ui.timeline.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Which names are cut so that the legend is one line.
class LegendBarTest {

    @Test
    void where_all_fit_none_is_cut() {
        assertThat(LegendBar.longest(List.of(30.0, 50.0), 80)).isGreaterThan(50);
    }

    @Test
    void the_longest_are_cut_first_and_short_ones_stay_whole() {
        assertThat(LegendBar.longest(List.of(20.0, 100.0, 60.0), 120)).isEqualTo(50);
        assertThat(LegendBar.longest(List.of(20.0, 100.0, 60.0), 160)).isEqualTo(80);
    }

    @Test
    void where_there_is_no_room_at_all_nothing_is_left_of_them() {
        assertThat(LegendBar.longest(List.of(20.0, 30.0), -10)).isNegative();
    }
}

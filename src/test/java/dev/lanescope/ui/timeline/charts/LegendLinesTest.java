package dev.lanescope.ui.timeline.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Which names are cut so that the legend has few lines.
class LegendLinesTest {

    private static final int LEAST = 58;
    private static final int MOST = 180;

    private static LegendLines lines(double room, Double... names) {
        return new LegendLines(List.of(names), Collections.nCopies(names.length, 40.0), room);
    }

    @Test
    void where_all_fit_none_is_cut() {
        assertThat(lines(300, 60.0, 150.0).longest(LEAST, MOST)).isGreaterThanOrEqualTo(150);
        assertThat(lines(300, 60.0, 150.0).count(MOST)).isOne();
    }

    @Test
    void the_longest_are_cut_first_and_short_ones_stay_whole() {
        LegendLines legend = lines(120 + 60 + 70 + 70, 60.0, 150.0, 110.0);
        assertThat(legend.count(MOST)).isEqualTo(2);
        assertThat(legend.longest(LEAST, MOST)).isEqualTo(70);
        assertThat(legend.count(70)).isOne();
    }

    @Test
    void where_one_line_would_cut_to_a_few_letters_there_are_two_and_as_few_as_can_be() {
        LegendLines legend = lines(400, 150.0, 150.0, 150.0, 150.0, 150.0, 150.0, 150.0, 150.0);
        assertThat(legend.count(MOST)).isEqualTo(4);
        assertThat(legend.longest(LEAST, MOST)).isEqualTo(60);
        assertThat(legend.count(60)).isEqualTo(2);
    }

    @Test
    void an_entry_longer_than_a_line_has_one_by_itself() {
        assertThat(lines(50, 100.0, 100.0).count(LEAST)).isEqualTo(2);
        assertThat(lines(-10, 20.0).count(LEAST)).isOne();
    }

    @Test
    void longer_names_never_take_fewer_lines() {
        var random = new Random(15);
        for (int round = 0; round < 200; round++) {
            List<Double> names = random.doubles(1 + random.nextInt(18), 10, 250).boxed().toList();
            var legend =
                    new LegendLines(
                            names,
                            Collections.nCopies(names.size(), 45.0),
                            300 + random.nextInt(900));
            int longest = legend.longest(LEAST, MOST);
            assertThat(legend.count(longest)).isEqualTo(legend.count(LEAST));
            assertThat(longest == MOST || legend.count(longest + 1) > legend.count(LEAST)).isTrue();
        }
    }
}

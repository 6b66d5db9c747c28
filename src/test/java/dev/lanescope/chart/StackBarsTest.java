package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Bars of parts that lie on each other.
class StackBarsTest {

    @Test
    void parts_lie_on_each_other_and_reach_the_top_when_they_come_to_the_most() {
        var bars = StackBars.of(List.of(List.of(5.0, 2.0, 1.0)), 8, 100, 160);
        assertThat(bars.unit()).isEqualTo(20);
        assertThat(bars.parts())
                .extracting(part -> part.box().height())
                .containsExactly(100.0, 40.0, 20.0);
        assertThat(bars.parts().getLast().box().y()).isZero();
        assertThat(bars.parts().getFirst().box().y() + 100).isEqualTo(bars.yOf(0));
        for (int i = 1; i < 3; i++) {
            Box above = bars.parts().get(i).box();
            assertThat(above.y() + above.height())
                    .isCloseTo(bars.parts().get(i - 1).box().y(), within(1e-9));
        }
    }

    @Test
    void what_is_negative_hangs_below_zero_and_the_rest_keeps_the_scale() {
        var bars = StackBars.of(List.of(List.of(4.5, -0.5)), 4, 100, 100);
        Box up = bars.parts().get(0).box();
        Box down = bars.parts().get(1).box();
        assertThat(up.y()).isZero();
        assertThat(down.y()).isCloseTo(bars.yOf(0), within(1e-9));
        assertThat(down.y() + down.height()).isCloseTo(100, within(1e-9));
        assertThat(up.height() / down.height()).isCloseTo(9, within(1e-9));
    }

    @Test
    void bars_stand_side_by_side_and_do_not_touch() {
        var bars = StackBars.of(List.of(List.of(1.0), List.of(2.0), List.of(2.0)), 2, 300, 100);
        Box first = bars.parts().get(0).box();
        Box second = bars.parts().get(1).box();
        assertThat(first.x() + first.width()).isLessThan(second.x());
        assertThat(bars.parts().get(2).box().x() + first.width()).isLessThan(300);
        assertThat(second.height()).isEqualTo(2 * first.height());
    }

    @Test
    void a_place_tells_the_part_that_lies_there() {
        var bars = StackBars.of(List.of(List.of(1.0, 1.0)), 2, 100, 100);
        assertThat(bars.at(50, 25)).get().extracting(StackBars.Part::part).isEqualTo(1);
        assertThat(bars.at(50, 75)).get().extracting(StackBars.Part::part).isEqualTo(0);
        assertThat(bars.at(1, 75)).isEmpty();
    }

    @Test
    void parts_without_height_are_not_there() {
        assertThat(StackBars.of(List.of(List.of(0.0, 1.0)), 1, 10, 10).parts()).hasSize(1);
        assertThat(StackBars.of(List.of(), 0, 10, 10).parts()).isEmpty();
    }
}

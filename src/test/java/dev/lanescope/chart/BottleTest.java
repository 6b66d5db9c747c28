package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Boxes of a bottle stand on each other, and fill the height that is theirs.
class BottleTest {

    private static final Box COLUMN = new Box(10, 20, 100, 200);

    @Test
    void the_widest_stands_at_the_bottom_and_all_are_in_the_middle() {
        List<Box> boxes =
                Bottle.stack(
                        List.of(
                                new Bottle.Shape(0.5, 0.25),
                                new Bottle.Shape(0.3, 1),
                                new Bottle.Shape(0.2, 0.5)),
                        COLUMN);
        assertThat(boxes.get(1)).isEqualTo(new Box(10, 160, 100, 60));
        assertThat(boxes.get(2)).isEqualTo(new Box(35, 120, 50, 40));
        assertThat(boxes.get(0)).isEqualTo(new Box(47.5, 20, 25, 100));
    }

    @Test
    void heights_that_come_to_one_fill_the_column() {
        List<Box> boxes =
                Bottle.stack(
                        List.of(
                                new Bottle.Shape(0.1, 0.1),
                                new Bottle.Shape(0.2, 0.1),
                                new Bottle.Shape(0.7, 0.1)),
                        COLUMN);
        assertThat(boxes.stream().mapToDouble(Box::height).sum()).isCloseTo(200, within(1e-9));
        assertThat(boxes.stream().mapToDouble(Box::y).min().orElseThrow())
                .isCloseTo(20, within(1e-9));
    }

    @Test
    void nothing_to_place_is_nothing() {
        assertThat(Bottle.stack(List.of(), COLUMN)).isEmpty();
    }
}

package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Boxes as SVG spells them.
class SvgTextTest {

    @Test
    void a_box_is_told_from_where_the_one_before_began() {
        var boxes =
                List.of(
                        new Box(10, 20.5, 1, 3),
                        new Box(11, 23.25, 0.5, 0.25),
                        new Box(3, 2, 1, 1));
        assertThat(SvgText.path(boxes))
                .isEqualTo("M10 20.5h1v3h-1zm1 2.75h.5v.25h-.5zm-8-21.25h1v1h-1z");
        assertThat(SvgText.path(List.of())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void of_thousands_of_boxes_each_is_read_back_where_it_was(long seed) {
        var random = new Random(seed);
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < 2_000; i++) {
            boxes.add(
                    new Box(
                            random.nextDouble(-50, 4_000),
                            random.nextDouble(0, 2_000),
                            random.nextDouble(0.01, 300),
                            random.nextDouble(0.01, 60)));
        }
        List<Box> read = SvgBoxes.of(SvgText.path(boxes));
        assertThat(read).hasSameSizeAs(boxes);
        for (int i = 0; i < boxes.size(); i++) {
            assertThat(read.get(i).x()).isCloseTo(boxes.get(i).x(), within(0.0051));
            assertThat(read.get(i).y()).isCloseTo(boxes.get(i).y(), within(0.0051));
            assertThat(read.get(i).width()).isCloseTo(boxes.get(i).width(), within(0.0051));
            assertThat(read.get(i).height()).isCloseTo(boxes.get(i).height(), within(0.0051));
        }
    }
}

package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.analysis.FlameFrame;
import dev.lanescope.analysis.FlameGraph;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlameBoxesTest {

    @Test
    void the_root_stands_at_the_bottom_and_its_children_on_it_by_share() {
        Snapshot trace = Traces.of("read@0 30, queue 10");
        var boxes = new FlameBoxes(FlameGraph.of(trace, Stretch.of(trace)), 400, 100, 20);
        var root = boxes.all().getFirst();
        assertThat(root.box()).isEqualTo(new Box(0, 80, 400, 20));
        var work = boxes.all().get(1);
        assertThat(work.frame().name()).isEqualTo("work");
        assertThat(work.box()).isEqualTo(new Box(0, 60, 300, 20));
        assertThat(work.parent()).isZero();
        assertThat(boxes.at(350, 70).orElseThrow().frame().name()).isEqualTo("waiting");
        assertThat(boxes.at(350, 5)).isEmpty();
    }

    @Test
    void no_time_is_no_frame() {
        Snapshot trace = Traces.of("read@0 30, queue 10");
        var nothing = FlameGraph.of(trace, new Stretch(90, 95, java.util.List.of(0)));
        assertThat(new FlameBoxes(nothing, 400, 100, 20).all()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void frames_lie_within_what_they_stand_on_and_never_over_each_other(long seed) {
        Snapshot trace = Traces.random(seed);
        FlameFrame all = FlameGraph.of(trace, Stretch.of(trace));
        var boxes = new FlameBoxes(all, 700, 200, 20);
        double[] filled = new double[20];
        for (var placed : boxes.all()) {
            assertThat(placed.box().x()).isGreaterThanOrEqualTo(filled[placed.level()] - 1e-6);
            filled[placed.level()] = placed.box().x() + placed.box().width();
            if (placed.parent() >= 0) {
                var below = boxes.all().get(placed.parent());
                assertThat(below.level()).isEqualTo(placed.level() - 1);
                assertThat(placed.box().x()).isGreaterThanOrEqualTo(below.box().x() - 1e-6);
                assertThat(placed.box().x() + placed.box().width())
                        .isLessThanOrEqualTo(below.box().x() + below.box().width() + 1e-6);
                assertThat(placed.box().width() / below.box().width())
                        .isCloseTo(
                                (double) placed.frame().nanos() / below.frame().nanos(),
                                within(1e-9));
            }
        }
    }
}

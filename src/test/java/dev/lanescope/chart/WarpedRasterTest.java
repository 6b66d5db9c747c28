package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Lanes whose time is warped onto an axis that runs share.
class WarpedRasterTest {

    private static final int WIDTH = 40;

    private static final Snapshot RUN = Traces.of("starting 10, read@0 10, parse@0 10, write@0 10");

    private static String paint(Snapshot run, Columns columns, TimeWindow window) {
        LaneLayout layout = LaneLayout.compact(run.lanes().size(), 4);
        var picture = Picture.of(WIDTH, layout.contentHeight());
        var view = new Viewport(window, layout, WIDTH, picture.height(), 0);
        new LaneRaster(run.info(), new LetterPaint()).paint(run, view, columns, picture);
        return Golden.text(picture);
    }

    private static String secondRow(String picture) {
        return picture.lines().skip(1).findFirst().orElseThrow();
    }

    @Test
    void a_stretch_that_is_given_more_room_is_painted_wider() {
        var warp = new TimeWarp(new double[] {0, 10, 20, 40}, new double[] {0, 2, 20, 40});
        var axis = new TimeWindow(0, 40);
        String row = secondRow(paint(RUN, new WarpedWindow(axis, warp, WIDTH), axis));
        assertThat(row.chars().filter(letter -> letter == 'r').count()).isBetween(16L, 18L);
        assertThat(row.chars().filter(letter -> letter == 'p').count()).isBetween(9L, 10L);
    }

    @Test
    void what_the_run_has_not_done_at_all_can_be_covered() {
        var warp = new TimeWarp(new double[] {0, 20, 20, 40}, new double[] {0, 10, 30, 40});
        var columns = new WarpedWindow(new TimeWindow(0, 40), warp, WIDTH);
        var picture = Picture.of(WIDTH, 2);
        columns.coverStandstill(picture, 'x');
        assertThat(secondRow(Golden.text(picture)).chars().filter(letter -> letter == 'x').count())
                .isEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void a_run_that_is_not_warped_looks_as_it_always_did(long seed) {
        Snapshot run = Traces.random(seed);
        TimeWindow window = Windows.random(new java.util.Random(seed), run.endNanos());
        var columns = new WarpedWindow(window, TimeWarp.NONE, WIDTH);
        long apart = 0;
        for (int column = 0; column <= WIDTH; column++) {
            apart +=
                    columns.columnStart(column, WIDTH) == window.columnStart(column, WIDTH) ? 0 : 1;
        }
        assertThat(apart).isZero();
    }
}

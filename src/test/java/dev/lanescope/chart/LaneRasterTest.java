package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Random;

class LaneRasterTest {

    private static final int WIDTH = 96;

    private static final Snapshot SMALL =
            Traces.of(
                    "starting 60, queue 40, read@0 90, parse@0 240, write@0 70, queue 20, read@1 60,"
                            + " lock@1 100, parse@1 150, write@1 40, idle 130",
                    "starting 80, queue 25, read@2 5, parse@2 5, write@2 5, read@3 5, parse@3 5,"
                            + " write@3 5, queue 15, read@4 200, parse@4 400, write@4 200, idle 50");

    private static String paint(Snapshot trace, TimeWindow window, LaneLayout layout, int scroll) {
        var picture = Picture.of(WIDTH, layout.contentHeight() - scroll);
        var view = new Viewport(window, layout, WIDTH, picture.height(), scroll);
        new LaneRaster(trace.info(), new LetterPaint()).paint(trace, view, picture);
        return Golden.text(picture);
    }

    @Test
    void a_small_run_looks_as_it_always_did() throws Exception {
        Golden.check("whole-run", paint(SMALL, TimeWindow.fit(1000), LaneLayout.full(2), 0));
        Golden.check("zoomed", paint(SMALL, new TimeWindow(60, 220), LaneLayout.full(2), 0));
        Golden.check(
                "beyond-the-end", paint(SMALL, new TimeWindow(-200, 1400), LaneLayout.full(2), 30));
        Golden.check("compact", paint(SMALL, TimeWindow.fit(1000), LaneLayout.compact(2, 4), 0));
    }

    @Test
    void many_spans_in_a_column_are_stacked_by_their_share() throws Exception {
        Snapshot busy = Traces.random(11, 3, 1500);
        Golden.check(
                "stacked", paint(busy, TimeWindow.fit(busy.endNanos()), LaneLayout.full(3), 0));
    }

    @Test
    void workers_by_state_are_stacked_over_all_lanes() throws Exception {
        Snapshot busy = Traces.random(11, 8, 400);
        var picture = Picture.of(WIDTH, 24);
        new LaneRaster(busy.info(), new LetterPaint())
                .paintWorkersByState(busy, TimeWindow.fit(busy.endNanos()), picture);
        Golden.check("workers-by-state", Golden.text(picture));
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void a_lane_never_looks_busier_than_it_is(long seed) {
        Snapshot trace = Traces.random(seed);
        var random = new Random(seed);
        TimeWindow window = Windows.random(random, trace.endNanos());
        LaneLayout layout =
                random.nextBoolean()
                        ? LaneLayout.full(trace.lanes().size())
                        : LaneLayout.compact(trace.lanes().size(), 2 + random.nextInt(12));
        var picture = Picture.of(WIDTH, layout.contentHeight());
        var view = new Viewport(window, layout, WIDTH, picture.height(), 0);
        new LaneRaster(trace.info(), new LetterPaint()).paint(trace, view, picture);
        for (LaneView lane : trace.lanes()) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat((double) work(picture, layout, lane.number(), x))
                        .isLessThanOrEqualTo(
                                1 + layout.spanHeight() * share(trace, window, lane.number(), x));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 13, 14, 21, 40, 41, 200})
    void however_many_lanes_there_are_the_overview_shows_what_share_of_them_works(int lanes) {
        String[] each = new String[lanes];
        Arrays.fill(each, "idle 6, read@0 4");
        Snapshot trace = Traces.of(each);
        var picture = Picture.of(1, 40);
        new LaneRaster(trace.info(), new LetterPaint())
                .paintOverview(trace, Rows.plain(lanes), TimeWindow.fit(trace.endNanos()), picture);
        int high = lanes <= 13 ? lanes * Math.min(10, 40 / lanes) : 40;
        int work = 0;
        for (int y = 0; y < 40; y++) {
            work += LetterPaint.isWork(picture.at(0, y)) ? 1 : 0;
        }
        assertThat((double) work / high).isBetween(0.25, 0.55);
    }

    private static int work(Picture picture, LaneLayout layout, int lane, int x) {
        int work = 0;
        for (int y = 0; y < layout.spanHeight(); y++) {
            work +=
                    LetterPaint.isWork(picture.at(x, layout.rowTop(lane) + layout.spanOffset() + y))
                            ? 1
                            : 0;
        }
        return work;
    }

    /// The part of a column that is work; 1 where the column is too narrow to tell.
    private static double share(Snapshot trace, TimeWindow window, int lane, int x) {
        long from = Math.max(0, window.columnStart(x, WIDTH));
        long to = Math.min(trace.endNanos(), window.columnStart(x + 1, WIDTH));
        return to <= from ? 1 : LaneTime.of(trace, from, to).busyShare(lane);
    }

    @Test
    void rare_short_work_leaves_a_trace_in_high_lanes_and_none_in_low_ones() {
        Snapshot idle = Traces.of("idle 95999, read@0 1");
        assertThat(paint(idle, TimeWindow.fit(96_000), LaneLayout.full(1), 0)).contains("r");
        assertThat(paint(idle, TimeWindow.fit(96_000), LaneLayout.compact(1, 4), 0))
                .doesNotContain("r");
    }

    @Test
    void wide_spans_of_one_state_are_set_off_from_each_other() {
        Snapshot pages = Traces.of("parse@0 40, parse@1 40, parse@2 16");
        assertThat(paint(pages, TimeWindow.fit(96), LaneLayout.compact(1, 1), 0).strip())
                .isEqualTo("p".repeat(40) + " " + "p".repeat(39) + " " + "p".repeat(15));
    }

    @Test
    void only_the_picture_is_painted_and_all_of_it() {
        int stride = WIDTH + 7;
        int[] argb = new int[stride * 40];
        Arrays.fill(argb, '!');
        var view = new Viewport(TimeWindow.fit(1000), LaneLayout.full(2), WIDTH, 30, 20);
        new LaneRaster(SMALL.info(), new LetterPaint())
                .paint(SMALL, view, new Picture(argb, WIDTH, 30, stride));
        for (int i = 0; i < argb.length; i++) {
            boolean inside = i % stride < WIDTH && i / stride < 30;
            assertThat(argb[i] == '!').isEqualTo(!inside);
        }
    }

    @Test
    void a_picture_that_is_larger_than_its_pixels_is_refused() {
        assertThatThrownBy(() -> new Picture(new int[10], 4, 3, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("10 places for 3 rows of 4");
    }
}

package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.analysis.Matches;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Nesting;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What was found, marked in the picture of the lanes.
class MatchMarksTest {

    private static final int MARK = 0xffffcc00;
    private static final int WIDTH = 300;

    /// A stretch of time that is to be marked.
    private record Place(double fromX, double toX) {

        boolean covers(int column) {
            double middle = column + 0.5;
            return fromX <= middle && middle < toX;
        }

        /// Slots are at most half a pixel wide, and a place without length is marked too.
        boolean isNear(int column) {
            return column + 1.5 >= fromX && column - 0.5 <= toX;
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void every_column_with_a_place_is_marked_and_no_other(long seed) {
        Snapshot trace = Traces.random(seed, 3, 2000);
        var random = new Random(seed);
        for (double part : new double[] {1, 0.3, 0.02, 0.001}) {
            double nanos = Math.max(TimeWindow.LEAST_NANOS, trace.endNanos() * part);
            double start = random.nextDouble() * (trace.endNanos() - nanos);
            check(trace, new TimeWindow(start, start + nanos), "parse", false);
            check(trace, new TimeWindow(start, start + nanos), "page-1", true);
        }
    }

    private static void check(Snapshot trace, TimeWindow window, String words, boolean pages) {
        LaneLayout layout = LaneLayout.full(trace.lanes().size());
        var view = new Viewport(window, layout, WIDTH, layout.contentHeight(), 0);
        Picture picture = Picture.of(WIDTH, layout.contentHeight());
        new MatchMarks(MARK).paint(Matches.of(trace, words), view, picture);
        for (LaneView lane : trace.lanes()) {
            int top = pages ? view.bandY(lane.number()) : view.spanY(lane.number());
            int height = pages ? layout.bandHeight() : layout.spanHeight();
            List<Place> places =
                    pages ? visits(trace, lane, view, words) : spans(trace, lane, view, words);
            for (int x = 0; x < WIDTH; x++) {
                boolean marked =
                        picture.at(x, top) == MARK && picture.at(x, top + height - 1) == MARK;
                int column = x;
                if (places.stream().anyMatch(place -> place.covers(column))) {
                    assertThat(marked).as("%s at column %d of %s", words, x, window).isTrue();
                } else if (places.stream().noneMatch(place -> place.isNear(column))) {
                    assertThat(marked).as("%s at column %d of %s", words, x, window).isFalse();
                }
            }
        }
    }

    @Test
    void a_wide_span_is_outlined_and_a_narrow_one_is_a_line() {
        Snapshot trace = Traces.of("queue 100, parse@0 100, queue 98, parse@1 2");
        LaneLayout layout = LaneLayout.full(1);
        var view = new Viewport(new TimeWindow(0, 300), layout, WIDTH, 38, 0);
        Picture picture = Picture.of(WIDTH, 38);
        new MatchMarks(MARK).paint(Matches.of(trace, "parse"), view, picture);
        int top = view.spanY(0);
        int middle = top + layout.spanHeight() / 2;
        assertThat(picture.at(100, middle)).as("left edge").isEqualTo(MARK);
        assertThat(picture.at(199, middle)).as("right edge").isEqualTo(MARK);
        assertThat(picture.at(150, top)).as("above").isEqualTo(MARK);
        assertThat(picture.at(150, middle)).as("inside").isZero();
        assertThat(picture.at(298, middle)).as("a narrow one").isEqualTo(MARK);
        assertThat(picture.at(50, top)).as("beside").isZero();
    }

    @Test
    void what_was_found_on_the_lanes_of_a_collapsed_group_is_marked_in_its_row() {
        Snapshot trace = Traces.of("queue 100, parse@0 100, queue 100", "queue 250, parse@1 50");
        Arrangement wanted =
                Arrangement.USUAL
                        .groupedBy(LaneGrouping.MODEL)
                        .collapsing(trace.info().modelTitle());
        LaneLayout layout = LaneLayout.full(Rows.of(trace, LaneRoster.of(trace), wanted));
        var view = new Viewport(new TimeWindow(0, 300), layout, WIDTH, 38, 0);
        Picture picture = Picture.of(WIDTH, 38);
        new MatchMarks(MARK).paint(Matches.of(trace, "parse"), view, picture);
        int middle = layout.spanOffset() + layout.spanHeight() / 2;
        assertThat(picture.at(100, middle)).as("of the first lane").isEqualTo(MARK);
        assertThat(picture.at(299, middle)).as("of the second").isEqualTo(MARK);
        assertThat(picture.at(225, middle)).as("of none").isZero();
    }

    @Test
    void a_slice_that_others_lie_in_is_outlined_in_the_row_of_its_depth() {
        var slice = new NestedSlice(0, 1, 100, 150, 1);
        Snapshot trace =
                Traces.of("parse@0 200, parse@1 100")
                        .withTold(List.of(), Nesting.of(List.of(slice)), List.of());
        LaneLayout layout = LaneLayout.full(Rows.plain(1), 1);
        int height = layout.laneHeight();
        var view = new Viewport(new TimeWindow(0, 300), layout, WIDTH, height, 0);
        Picture picture = Picture.of(WIDTH, height);
        new MatchMarks(MARK).paint(Matches.of(trace, "page-1"), view, picture);
        int top = layout.nestedOffset(1);
        int middle = top + LaneLayout.NESTED_ROW / 2;
        assertThat(picture.at(100, middle)).as("left edge").isEqualTo(MARK);
        assertThat(picture.at(149, middle)).as("right edge").isEqualTo(MARK);
        assertThat(picture.at(125, top)).as("above").isEqualTo(MARK);
        assertThat(picture.at(125, middle)).as("inside").isZero();
        assertThat(picture.at(125, layout.bandOffset())).as("the band").isZero();
        assertThat(picture.at(125, layout.spanOffset())).as("the spans").isZero();
        assertThat(picture.at(250, layout.bandOffset())).as("the page").isEqualTo(MARK);
    }

    private static List<Place> spans(Snapshot trace, LaneView lane, Viewport view, String words) {
        List<Place> places = new ArrayList<>();
        for (int span = 0; span < lane.size(); span++) {
            if (trace.state(lane.state(span)).name().contains(words)) {
                places.add(
                        new Place(view.xOf(lane.startNanos(span)), view.xOf(lane.endNanos(span))));
            }
        }
        return places;
    }

    private static List<Place> visits(Snapshot trace, LaneView lane, Viewport view, String words) {
        List<Place> places = new ArrayList<>();
        for (int span = 0; span < lane.size(); span++) {
            int item = lane.item(span);
            if (item >= 0 && trace.info().items().get(item).contains(words)) {
                ItemVisit visit = ItemVisit.around(lane, span).orElseThrow();
                places.add(new Place(view.xOf(visit.startNanos()), view.xOf(visit.endNanos())));
            }
        }
        return places;
    }
}

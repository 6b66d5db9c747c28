package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

class HitTestTest {

    private static final Snapshot SMALL =
            Traces.of(
                    "queue 100, read@0 100, parse@0 200, write@0 100, read@1 2, write@1 1, idle 497",
                    "read@2 400, write@2 600");

    /// One pixel a nanosecond, both lanes in sight.
    private static final Viewport VIEW =
            new Viewport(new TimeWindow(0, 1000), LaneLayout.full(2), 1000, 76, 0);

    @Test
    void a_pixel_knows_how_many_spans_and_pages_it_shows() {
        var narrow = new Viewport(new TimeWindow(0, 1000), LaneLayout.full(2), 100, 76, 0);
        assertThat(spansAt(narrow, 5)).isEqualTo(1);
        assertThat(spansAt(narrow, 10)).as("begins with the pixel").isEqualTo(1);
        assertThat(spansAt(narrow, 50)).as("read, write, idle").isEqualTo(3);
        assertThat(spansAt(VIEW, 500)).isEqualTo(1);
        assertThat(spansAt(VIEW, 5000)).as("after the end").isEqualTo(1);
        LaneView lane = SMALL.lanes().getFirst();
        assertThat(HitTest.visitsAt(narrow, lane, 5)).isZero();
        assertThat(HitTest.visitsAt(narrow, lane, 20)).isEqualTo(1);
        var narrower = new Viewport(new TimeWindow(0, 1000), LaneLayout.full(2), 2, 76, 0);
        assertThat(HitTest.visitsAt(narrower, lane, 0)).as("page 0 to 500 ns").isEqualTo(1);
        assertThat(HitTest.spansAt(SMALL, narrower, IntStream.of(0, 1), 0).words(SMALL))
                .isEqualTo("6 spans here: read 50.0%, parse 20.0%, write 20.0%, queue 10.0%");
    }

    private static int spansAt(Viewport view, double x) {
        return HitTest.spansAt(SMALL, view, IntStream.of(0), x).spans();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_span_whose_rectangle_holds_the_pixel_is_hit(long seed) {
        Snapshot trace = Traces.random(seed);
        var random = new Random(seed);
        int lanes = trace.lanes().size();
        for (int round = 0; round < 50; round++) {
            var view =
                    new Viewport(
                            Windows.random(random, trace.endNanos()),
                            LaneLayout.full(lanes),
                            1 + random.nextInt(500),
                            100,
                            random.nextInt(lanes * 38));
            int pixel = random.nextInt(view.width());
            double y = random.nextInt(view.height()) + 0.5;
            Optional<Hit> hit = HitTest.at(trace, view, pixel + 0.5, y);
            for (LaneView lane : trace.lanes()) {
                for (int index = 0; index < lane.size(); index++) {
                    Span span = lane.span(index);
                    Box box = HitTest.box(view, span);
                    if (box.contains(pixel, y) && box.x() + box.width() > pixel + 1.0001) {
                        assertThat(hit).contains(new Hit.OnSpan(span));
                    }
                }
            }
            hit.ifPresent(found -> assertTouches(found, view, pixel));
        }
    }

    private static void assertTouches(Hit hit, Viewport view, int pixel) {
        Box box =
                switch (hit) {
                    case Hit.OnSpan on -> HitTest.box(view, on.span());
                    case Hit.OnBand on -> HitTest.box(view, on.visit());
                    case Hit.OnNested on ->
                            throw new AssertionError("nothing lies in these: " + on);
                };
        assertThat(box.x()).isLessThan(pixel + 1.001 + HitTest.REACH);
        assertThat(box.x() + box.width()).isGreaterThan(pixel - 0.001 - HitTest.REACH);
    }

    @Test
    void page_bands_and_spans_are_told_apart_by_height() {
        assertThat(HitTest.at(SMALL, VIEW, 250, 22))
                .contains(new Hit.OnSpan(SMALL.lanes().get(0).span(2)));
        ItemVisit visit = ItemVisit.around(SMALL.lanes().get(0), 2).orElseThrow();
        assertThat(HitTest.at(SMALL, VIEW, 250, 8)).contains(new Hit.OnBand(visit));
        assertThat(HitTest.at(SMALL, VIEW, 50, 8)).isEmpty();
        assertThat(HitTest.at(SMALL, VIEW, 50, 22)).map(Hit::lane).contains(0);
        assertThat(HitTest.at(SMALL, VIEW, 50, 22 + 38)).map(Hit::lane).contains(1);
        assertThat(HitTest.at(SMALL, VIEW, 50, 22 + 76)).isEmpty();
        assertThat(HitTest.at(SMALL, VIEW, 50, -1)).isEmpty();
    }

    @Test
    void where_a_pixel_shows_several_the_longest_is_meant() {
        var far = new Viewport(new TimeWindow(0, 10_000), LaneLayout.full(2), 100, 76, 0);
        assertThat(HitTest.at(SMALL, far, 5.5, 22))
                .contains(new Hit.OnSpan(SMALL.lanes().get(0).span(6)));
        assertThat(HitTest.at(SMALL, far, 5.5, 8)).isPresent();
    }

    @Test
    void a_pointer_just_beside_the_run_still_hits() {
        assertThat(HitTest.at(SMALL, scrolledLeft(), 4998, 22)).isEmpty();
        Viewport wide = new Viewport(new TimeWindow(-100, 1900), LaneLayout.full(2), 2000, 76, 0);
        assertThat(HitTest.at(SMALL, wide, 98, 22)).map(Hit::lane).contains(0);
        assertThat(HitTest.at(SMALL, wide, 96, 22)).isEmpty();
        assertThat(HitTest.at(SMALL, wide, 1102, 22))
                .contains(new Hit.OnSpan(SMALL.lanes().get(0).span(6)));
        assertThat(HitTest.at(SMALL, wide, 1104, 22)).isEmpty();
    }

    private static Viewport scrolledLeft() {
        return new Viewport(new TimeWindow(900, 10_900), LaneLayout.full(2), 10_000, 76, 0);
    }

    @Test
    void a_span_knows_where_it_is_painted() {
        var view = new Viewport(new TimeWindow(0, 500), LaneLayout.full(2), 1000, 60, 10);
        Span span = SMALL.lanes().get(1).span(1);
        assertThat(HitTest.box(view, SMALL.lanes().get(0).span(1)))
                .isEqualTo(new Box(200, 7, 200, 18));
        assertThat(HitTest.box(view, span).y()).isEqualTo(45);
        ItemVisit visit = ItemVisit.around(SMALL.lanes().get(0), 2).orElseThrow();
        assertThat(HitTest.box(view, visit)).isEqualTo(new Box(200, -7, 800, 12));
    }
}

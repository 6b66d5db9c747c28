package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.Intervals;
import dev.lanescope.analysis.IntervalsTest;
import dev.lanescope.trace.JvmEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/// A veil is as dark as the share of its column's time, and never darker.
class StopVeilTest {

    private static final int WHITE = 0xFFFFFFFF;
    private static final int BLACK_AT_80 = 0xCC000000;
    private static final StopVeil.Look PLAIN = new StopVeil.Look(BLACK_AT_80, 0, (_, _) -> false);

    private static Picture white(int width, int height) {
        var picture = Picture.of(width, height);
        picture.fill(0, 0, width, height, WHITE);
        return picture;
    }

    private static Intervals stops(long... bounds) {
        return Intervals.ofStops(
                LongStream.range(0, bounds.length / 2)
                        .mapToObj(i ->
                                new JvmEvent(
                                        JvmEvent.Kind.COLLECTION,
                                        "x",
                                        bounds[(int) (2 * i)],
                                        bounds[(int) (2 * i + 1)]))
                        .toList());
    }

    /// How dark a pixel of a white picture has become, as a part of the veil's own darkness.
    private static double darkness(Picture picture, int x, int y) {
        return (255 - (picture.at(x, y) & 0xFF)) / (double) 0xCC;
    }

    @Test
    void what_stood_still_all_the_time_is_dimmed_as_the_look_says() {
        var picture = white(10, 3);
        StopVeil.paint(stops(30, 60), TimeWindow.fit(100), picture, PLAIN);
        assertThat(picture.at(2, 1)).isEqualTo(WHITE);
        assertThat(picture.at(3, 1)).isEqualTo(0xFF333333);
        assertThat(picture.at(5, 2)).isEqualTo(0xFF333333);
        assertThat(picture.at(6, 1)).isEqualTo(WHITE);
    }

    @Test
    void a_hundred_tiny_pauses_in_one_column_are_no_solid_block() {
        long[] bounds = LongStream.range(0, 200).map(i -> i * 50 + (i % 2) * -45).toArray();
        var picture = white(1, 1);
        StopVeil.paint(stops(bounds), TimeWindow.fit(10_000), picture, PLAIN);
        assertThat(darkness(picture, 0, 0)).isBetween(0.03, 0.05);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void no_column_is_darker_than_its_share(long seed) {
        var random = new Random(seed);
        int end = 1_000 + random.nextInt(100_000);
        List<JvmEvent> events = IntervalsTest.events(random, random.nextInt(50), end);
        var stops = Intervals.ofStops(events);
        int columns = 1 + random.nextInt(100);
        double start = random.nextInt(end) - 100.0;
        var window = new TimeWindow(start, start + 1_000 + random.nextInt(end));
        var picture = white(columns, 2);
        StopVeil.paint(stops, window, picture, PLAIN);
        for (int x = 0; x < columns; x++) {
            long from = window.columnStart(x, columns);
            long to = window.columnStart(x + 1, columns);
            double share = (double) stops.nanosWithin(from, to) / (to - from);
            assertThat(darkness(picture, x, 1)).isBetween(share - 0.02, share + 0.003);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_ink_of_a_strip_is_never_more_than_its_share(long seed) {
        var random = new Random(seed);
        int end = 1_000 + random.nextInt(100_000);
        var intervals = Intervals.of(IntervalsTest.events(random, 40, end), _ -> true);
        int columns = 1 + random.nextInt(100);
        var window = TimeWindow.fit(end);
        var picture = white(columns, 12);
        ShareStrip.paint(intervals, window, picture, List.of(10, 9, 6, 5), 0xFF000000);
        for (int x = 0; x < columns; x++) {
            long from = window.columnStart(x, columns);
            long to = window.columnStart(x + 1, columns);
            double share = (double) intervals.nanosWithin(from, to) / (to - from);
            double ink = 0;
            for (int y = 0; y < 12; y++) {
                ink += (255 - (picture.at(x, y) & 0xFF)) / 255.0;
            }
            assertThat(ink / 4).isBetween(share - 0.005, share + 0.0005);
        }
    }

    @Test
    void edges_lie_inside_of_what_stood_still() {
        var edged = new StopVeil.Look(0, 0xFF0000FF, (_, _) -> false);
        var picture = white(20, 1);
        StopVeil.paint(stops(25, 175), TimeWindow.fit(200), picture, edged);
        assertThat(picture.at(2, 0)).isEqualTo(WHITE);
        assertThat(picture.at(3, 0)).isEqualTo(0xFF0000FF);
        assertThat(picture.at(4, 0)).isEqualTo(WHITE);
        assertThat(picture.at(16, 0)).isEqualTo(0xFF0000FF);
        assertThat(picture.at(17, 0)).isEqualTo(WHITE);
    }

    @Test
    void a_tint_begins_where_the_time_axis_does() {
        var picture = white(15, 2);
        StopVeil.tint(stops(0, 100), TimeWindow.fit(100), picture, 5, 0x33000000);
        assertThat(picture.at(4, 0)).isEqualTo(WHITE);
        assertThat(picture.at(5, 0)).isEqualTo(0xFFCCCCCC);
        assertThat(picture.at(14, 1)).isEqualTo(0xFFCCCCCC);
    }
}

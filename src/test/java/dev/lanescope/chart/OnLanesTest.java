package dev.lanescope.chart;

import static dev.lanescope.chart.SvgPicture.HEAD;
import static dev.lanescope.chart.SvgPicture.TOP;
import static dev.lanescope.chart.SvgPicture.elements;
import static dev.lanescope.chart.SvgPicture.parsed;
import static dev.lanescope.chart.SvgPicture.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.Intervals;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What lies on the lanes comes along into their picture: a veil over stops, the selected range, a
/// measure, notes. The view is a pixel a nanosecond.
class OnLanesTest {

    private static final Snapshot TRACE = Traces.of("parse@0 600", "read@1 600", "write@2 600");
    private static final Viewport VIEW =
            new Viewport(new TimeWindow(0, 600), LaneLayout.full(3), 600, 3 * 38, 0);
    private static final StopVeil.Look VEIL =
            new StopVeil.Look(0x80000011, 0x40000012, (x, y) -> (x + y) % 5 == 0);
    private static final RangeDrawing.Inks INKS =
            new RangeDrawing.Inks(
                    0x80000021, 0xff000022, 0xff000023, 0xff000024, 0x10000025, 0xff000026);

    private static Document with(Snapshot trace, OnLanes upon) throws Exception {
        return parsed(SvgPicture.of(trace, VIEW, List.of(upon)));
    }

    private static Document with(Optional<Stretch> range, Optional<Stretch> measured, Note... notes)
            throws Exception {
        return with(TRACE.withNotes(List.of(notes)), new RangeDrawing(range, measured, INKS));
    }

    private static VeilDrawing veil(long... edges) {
        var stops = new ArrayList<JvmEvent>();
        for (int at = 0; at < edges.length; at += 2) {
            stops.add(new JvmEvent(JvmEvent.Kind.COLLECTION, "pause", edges[at], edges[at + 1]));
        }
        return new VeilDrawing(Intervals.ofStops(stops), VEIL);
    }

    private static List<Box> veiled(Document svg) {
        return elements(svg, "path").stream()
                .filter(path -> path.getAttribute("class").equals("veil"))
                .flatMap(path -> SvgBoxes.of(path.getAttribute("d")).stream())
                .toList();
    }

    /// Boxes of a colour, from the left upper corner of the lanes.
    private static List<Box> filled(Document svg, String colour) {
        return elements(svg, "rect").stream()
                .filter(rect -> rect.getAttribute("fill").equals(colour))
                .map(rect ->
                        new Box(
                                number(rect, "x"),
                                number(rect, "y"),
                                number(rect, "width"),
                                number(rect, "height")))
                .toList();
    }

    private static double number(Element rect, String name) {
        return Double.parseDouble(rect.getAttribute(name));
    }

    @Test
    void a_stop_of_the_jvm_is_veiled_over_all_lanes_with_its_hatch() throws Exception {
        Document svg = with(TRACE, veil(100, 250));
        assertThat(veiled(svg)).containsExactly(new Box(HEAD + 100, TOP, 150, 3 * 38));
        Element pattern =
                elements(svg, "pattern").stream()
                        .filter(it -> it.getAttribute("id").startsWith("veil"))
                        .findFirst()
                        .orElseThrow();
        assertThat(pattern.getAttribute("width")).as("where the hatch repeats").isEqualTo("5");
        assertThat(elements(svg, "path"))
                .filteredOn(path -> path.getAttribute("fill").equals("#000012"))
                .singleElement()
                .extracting(path -> path.getAttribute("fill-opacity"))
                .as("strokes are as faint as in the window")
                .isNotEqualTo("");
    }

    @Test
    void many_short_stops_in_a_pixel_veil_their_share_of_it() throws Exception {
        var wide = new Viewport(new TimeWindow(0, 60_000), LaneLayout.full(3), 600, 114, 0);
        long[] stops = new long[40];
        for (int at = 0; at < stops.length; at += 2) {
            stops[at] = 1_000 + 5L * at;
            stops[at + 1] = stops[at] + 5;
        }
        Document svg = parsed(SvgPicture.of(TRACE, wide, List.of(veil(stops))));
        assertThat(veiled(svg))
                .containsExactly(
                        new Box(HEAD + 10, TOP, 0.5, 114), new Box(HEAD + 11, TOP, 0.5, 114));
    }

    @Test
    void without_stops_there_is_no_veil() throws Exception {
        assertThat(veiled(with(TRACE, veil()))).isEmpty();
    }

    @Test
    void what_is_not_selected_is_dimmed_and_the_axis_tells_how_long_the_range_is()
            throws Exception {
        Stretch range = new Stretch(200, 450, List.of(0, 2));
        Document svg = with(Optional.of(range), Optional.empty());
        assertThat(filled(svg, "#000021"))
                .containsExactlyInAnyOrder(
                        new Box(0, 0, 200, 114),
                        new Box(450, 0, 150, 114),
                        new Box(200, 38, 250, 38));
        assertThat(texts(svg)).contains("250 ns");
    }

    @Test
    void a_measure_has_its_difference_on_the_axis() throws Exception {
        Document svg = with(Optional.empty(), Optional.of(new Stretch(100, 221, List.of(1))));
        assertThat(texts(svg)).contains("\u0394 121 ns");
    }

    @Test
    void a_note_lies_on_its_lanes_with_its_words() throws Exception {
        Document svg =
                with(
                        Optional.empty(),
                        Optional.empty(),
                        new Note(50, 150, "why so long?", List.of(1)));
        assertThat(filled(svg, "#000025")).containsExactly(new Box(50, 38, 100, 38));
        assertThat(texts(svg)).contains("why so long?");
    }

    @Test
    void a_note_on_the_whole_run_lies_on_all_lanes_and_one_without_words_has_none()
            throws Exception {
        Document svg = with(Optional.empty(), Optional.empty(), new Note(300, 300, ""));
        assertThat(filled(svg, "#000025")).containsExactly(new Box(300, 0, 1, 114));
        assertThat(texts(svg)).doesNotContain("");
    }

    @Test
    void on_a_pinned_lane_a_note_has_its_words_too() {
        Rows rows = Rows.of(TRACE, LaneRoster.of(TRACE), Arrangement.USUAL.pinning(2));
        var view = new Viewport(new TimeWindow(0, 600), LaneLayout.full(rows), 600, 114, 0);
        var note = new Note(0, 100, "here", List.of(2));
        assertThat(RangeMarks.wordsEnd(view, note, 15)).hasValue(38);
        assertThat(RangeMarks.of(view, note)).containsExactly(new Box(0, 0, 100, 38));
    }

    @Test
    void what_lies_beside_the_view_is_told_as_just_beside_it() {
        var close = new Viewport(new TimeWindow(100, 101), LaneLayout.full(3), 600, 114, 0);
        assertThat(RangeMarks.of(close, new Note(0, 600, "all")))
                .singleElement()
                .satisfies(box -> {
                    assertThat(box.x()).isBetween(-10.0, -1.0);
                    assertThat(box.x() + box.width()).isBetween(601.0, 610.0);
                });
    }
}

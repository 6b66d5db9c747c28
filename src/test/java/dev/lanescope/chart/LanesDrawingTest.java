package dev.lanescope.chart;

import static dev.lanescope.chart.SvgPicture.PAINT;
import static dev.lanescope.chart.SvgPicture.elements;
import static dev.lanescope.chart.SvgPicture.parsed;
import static dev.lanescope.chart.SvgPicture.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.SpanStory;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The picture of the visible range, as the SVG file it becomes.
class LanesDrawingTest {

    private static final int WIDTH = 600;

    private static String svg(Snapshot trace, TimeWindow window) throws IOException {
        return svg(trace, window, Optional.empty());
    }

    /// @param chosen what is outlined, and whose arrows are drawn
    private static String svg(Snapshot trace, TimeWindow window, Optional<Span> chosen)
            throws IOException {
        var layout = LaneLayout.full(trace.lanes().size());
        return svg(trace, new Viewport(window, layout, WIDTH, layout.contentHeight(), 0), chosen);
    }

    private static String svg(Snapshot trace, Viewport view, Optional<Span> chosen)
            throws IOException {
        var selection =
                new SelectionDrawing(
                        chosen.map(span ->
                                SelectionDrawing.Outline.around(
                                        HitTest.box(view, span), view.isFixed(span.lane()))),
                        0xff000006,
                        chosen.map(span -> SpanStory.of(trace, span)),
                        tone -> tone == FlowMarks.Tone.WAY ? 0xff000007 : 0xff000008);
        return SvgPicture.of(trace, view, List.of(selection));
    }

    /// How many square pixels a state covers above the legend.
    private static double area(Document svg, int state) {
        String look =
                PAINT.isHatched(state)
                        ? "url(#state" + state + ")"
                        : "#%06x".formatted(PAINT.solid(state) & 0xffffff);
        NodeList paths = svg.getElementsByTagName("path");
        double area = 0;
        for (int i = 0; i < paths.getLength(); i++) {
            var path = (Element) paths.item(i);
            if (path.getAttribute("fill").equals(look)) {
                area +=
                        SvgBoxes.of(path.getAttribute("d")).stream()
                                .filter(box -> box.x() >= 120)
                                .mapToDouble(box -> box.width() * box.height())
                                .sum();
            }
        }
        return area;
    }

    @Test
    void title_lanes_axis_and_legend_are_there_as_text() throws Exception {
        Snapshot trace = Traces.of("queue 400000, read@0 600000", "parse@1 900000, idle 100000");
        List<String> texts = texts(parsed(svg(trace, TimeWindow.fit(1_000_000))));
        assertThat(texts)
                .contains("book, Platform threads, 2 workers: 0 ns to 1.000 ms of 1.000 ms")
                .contains("Worker 1", "60%", "Worker 2", "90%")
                .contains("read 30.0%", "parse 45.0%", "queue 20.0%", "idle 5.0%")
                .contains("read", "page-0", "parse", "page-1")
                .anyMatch(text -> text.endsWith(" ms"));
    }

    @Test
    void a_state_covers_its_share_of_the_lanes_at_every_zoom() throws Exception {
        Snapshot trace = Traces.random(11, 2, 4_000);
        for (double zoom : new double[] {1, 20, 400}) {
            var window = TimeWindow.fit(trace.endNanos()).zoomed(zoom, trace.endNanos() * 0.4);
            Document svg = parsed(svg(trace, window));
            var time =
                    LaneTime.of(
                            trace, Math.round(window.startNanos()), Math.round(window.endNanos()));
            double all = 2.0 * WIDTH * LaneLayout.full(2).spanHeight();
            for (int state = 0; state < Traces.STATES.size(); state++) {
                assertThat(area(svg, state) / all)
                        .as("%s at %s", Traces.STATES.get(state).name(), zoom)
                        .isCloseTo(time.share(state), within(0.03));
            }
        }
    }

    @Test
    void the_file_does_not_grow_with_the_number_of_spans() throws Exception {
        int few = svg(Traces.random(2, 2, 20_000), window(Traces.random(2, 2, 20_000))).length();
        int many = svg(Traces.random(2, 2, 400_000), window(Traces.random(2, 2, 400_000))).length();
        assertThat(many).isLessThan(few * 2);
    }

    private static TimeWindow window(Snapshot trace) {
        return TimeWindow.fit(trace.endNanos());
    }

    @Test
    void names_that_look_like_markup_are_text() throws Exception {
        var trace = new dev.lanescope.trace.Trace(Traces.info(1, 0), Traces.IDLE);
        trace.lane(0).rename("fixed-pool-<a>&\"\u0007 (1)");
        trace.finish(1_000);
        Document svg = parsed(svg(Traces.finished(trace), TimeWindow.fit(1_000)));
        assertThat(svg.getElementsByTagName("a").getLength()).isZero();
        assertThat(texts(svg)).anyMatch(text -> text.startsWith("<a>&\""));
    }

    @Test
    void below_the_heading_of_its_group_a_lane_does_not_repeat_the_groups_name() throws Exception {
        Snapshot trace =
                Named.lanes(
                        "parse@0 9",
                        "process 1 (pid 7), thread 1",
                        "parse@1 9",
                        "process 1 (pid 7), thread 2",
                        "idle 9",
                        "fixed-pool-writer");
        var layout = LaneLayout.full(Rows.of(trace, LaneRoster.of(trace), Arrangement.USUAL));
        var view = new Viewport(window(trace), layout, WIDTH, layout.contentHeight(), 0);
        assertThat(texts(parsed(svg(trace, view, Optional.empty()))))
                .contains("Process 1", "thread 1", "thread 2", "writer");
    }

    @Test
    void what_is_chosen_is_outlined_and_its_arrows_are_drawn() throws Exception {
        Snapshot trace = Traces.of("parse@0 50, idle 50", "queue 60, write@0 40");
        LaneView second = trace.lanes().get(1);
        Span write = second.span(second.indexAt(70));
        String svg = svg(trace, new TimeWindow(0, 100), Optional.of(write));
        assertThat(svg).contains("<g transform=\"translate(120 54)\">");
        List<Element> arrows =
                elements(parsed(svg), "path").stream()
                        .filter(path -> path.getAttribute("class").equals("arrow"))
                        .toList();
        assertThat(arrows).extracting(path -> path.getAttribute("stroke")).contains("#000007");
        assertThat(arrows.getFirst().getAttribute("d"))
                .as("from the end on the first lane to the beginning on the second")
                .startsWith("M300 ")
                .contains(" 360 ");
        assertThat(elements(parsed(svg), "rect"))
                .filteredOn(rect -> rect.getAttribute("stroke").equals("#000006"))
                .singleElement()
                .extracting(rect -> rect.getAttribute("x"))
                .isEqualTo("360");
        assertThat(svg(trace, new TimeWindow(0, 100))).doesNotContain("class=\"arrow\"");
    }

    @Test
    void what_is_scrolled_beneath_pinned_rows_is_outlined_below_them_only() throws Exception {
        Snapshot trace = Traces.of("parse@0 50, write@0 50", "parse@1 100", "read@2 100");
        Span hidden = trace.lanes().get(0).span(1);
        Rows rows = Rows.of(trace, LaneRoster.of(trace), Arrangement.USUAL.pinning(2));
        var layout = LaneLayout.full(rows);
        int row = layout.laneHeight();
        var view = new Viewport(new TimeWindow(0, 100), layout, WIDTH, 2 * row, row);
        Document svg = parsed(svg(trace, view, Optional.of(hidden)));
        assertThat(clipsOf(svg, "#000006"))
                .singleElement()
                .isEqualTo(new Box(120, 54 + row, WIDTH, row));
        assertThat(clipsOf(svg, "#000007"))
                .as("its arrows")
                .containsOnly(new Box(120, 54 + row, WIDTH, row));
        Span pinned = trace.lanes().get(2).span(0);
        assertThat(clipsOf(parsed(svg(trace, view, Optional.of(pinned))), "#000006"))
                .singleElement()
                .isEqualTo(new Box(120, 54, WIDTH, row));
    }

    /// The boxes outside of which strokes of a colour do not show.
    private static List<Box> clipsOf(Document svg, String stroke) {
        return Stream.of("rect", "path", "circle")
                .flatMap(tag -> elements(svg, tag).stream())
                .filter(shape -> shape.getAttribute("stroke").equals(stroke))
                .map(shape -> ((Element) shape.getParentNode().getParentNode()))
                .map(group -> group.getAttribute("clip-path").replaceAll("url\\(#(.*)\\)", "$1"))
                .map(id ->
                        elements(svg, "clipPath").stream()
                                .filter(clip -> clip.getAttribute("id").equals(id))
                                .map(clip -> (Element) clip.getFirstChild())
                                .flatMap(path -> SvgBoxes.of(path.getAttribute("d")).stream())
                                .findFirst()
                                .orElseThrow())
                .toList();
    }
}

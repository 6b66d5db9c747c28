package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Random;

class LaneLabelsTest {

    private static final LaneLabels LABELS = new LaneLabels(text -> text.length() * 6.0);

    @Test
    void stages_and_pages_are_named_where_there_is_room() {
        Snapshot trace = Traces.of("queue 100, read@0 20, parse@0 100, lock@0 100, write@0 180");
        var view = new Viewport(new TimeWindow(0, 500), LaneLayout.full(1), 500, 38, 0);
        assertThat(LABELS.place(trace, view))
                .containsExactly(
                        new LaneLabel(0, 124, 17, 92, 18, "parse", Traces.PARSE),
                        new LaneLabel(0, 324, 17, 172, 18, "write", Traces.WRITE),
                        new LaneLabel(0, 104, 3, 392, 12, "page-0", LaneLabel.ON_BAND));
    }

    @Test
    void a_span_that_is_cut_by_the_edge_keeps_its_name_in_sight() {
        Snapshot trace = Traces.of("parse@0 1000");
        var view = new Viewport(new TimeWindow(400, 500), LaneLayout.compact(1, 12), 100, 38, 0);
        assertThat(LABELS.place(trace, view)).extracting(LaneLabel::x).containsExactly(4.0);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void labels_stay_within_what_they_name_and_never_overlap(long seed) {
        Snapshot trace = Traces.random(seed);
        var random = new Random(seed);
        TimeWindow window = Windows.random(random, trace.endNanos());
        var layout = LaneLayout.full(trace.lanes().size());
        var view = new Viewport(window, layout, 1200, 200, random.nextInt(100));
        List<LaneLabel> labels = LABELS.place(trace, view);
        for (int i = 0; i < labels.size(); i++) {
            LaneLabel label = labels.get(i);
            assertThat(label.text().length() * 6.0).isLessThanOrEqualTo(label.width());
            assertThat(label.x()).isNotNegative();
            assertThat(label.x() + label.width()).isLessThanOrEqualTo(1200);
            if (i > 0 && labels.get(i - 1).y() == label.y()) {
                assertThat(label.x())
                        .isGreaterThan(labels.get(i - 1).x() + labels.get(i - 1).width());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "page, 24, page",
        "page, 23, ''",
        "introduction, 72, introduction",
        "introduction, 71, introducti…",
        "introduction, 36, intro…",
        "introduction, 35, ''"
    })
    void a_name_is_cut_to_five_letters_at_least(String name, double room, String text) {
        assertThat(LABELS.fit(name, room).orElse("")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "guide/threads.md, threads",
        "guide/_index.md, guide",
        "guide/pools/index.md, pools",
        "index.md, index",
        ".hidden, .hidden",
        "v1.2/notes.v3.md, notes.v3",
        "v1.2/index.md, v1"
    })
    void an_item_has_a_short_name(String item, String name) {
        assertThat(LaneLabels.shortName(item)).isEqualTo(name);
    }
}

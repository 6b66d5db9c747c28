package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

class SiblingsTest {

    private static final Snapshot ONE =
            Traces.of("read@0 10, parse@0 20, read@1 5, parse@1 30, idle 1");
    private static final Snapshot OTHER =
            Traces.of("read@1 7, parse@1 11, lock@1 3, parse@1 12, idle 1");

    private static Span at(Snapshot trace, long moment) {
        LaneView lane = trace.lanes().getFirst();
        return lane.span(lane.indexAt(moment));
    }

    @Test
    void the_same_stage_of_the_same_page_is_found_in_another_run() {
        var parse = at(ONE, 35);
        var sibling = Siblings.in(OTHER, ONE, parse).orElseThrow();
        assertThat(sibling.nanos()).isEqualTo(23);
        assertThat(sibling.spans()).isEqualTo(2);
        assertThat(sibling.longest()).isEqualTo(at(OTHER, 21));
    }

    @Test
    void a_page_that_the_other_run_did_not_render_has_no_sibling() {
        assertThat(Siblings.in(OTHER, ONE, at(ONE, 10))).isEmpty();
        assertThat(Siblings.in(Traces.of("idle 5"), ONE, at(ONE, 35))).isEmpty();
    }

    @Test
    void time_that_belongs_to_no_page_has_no_sibling() {
        assertThat(Siblings.in(ONE, ONE, at(ONE, 65))).isEmpty();
    }

    @Test
    void neighbours_are_the_same_stage_before_and_after_on_the_lane() {
        assertThat(Siblings.before(ONE, at(ONE, 35))).contains(at(ONE, 10));
        assertThat(Siblings.after(ONE, at(ONE, 10))).contains(at(ONE, 35));
        assertThat(Siblings.after(ONE, at(ONE, 35))).isEmpty();
    }
}

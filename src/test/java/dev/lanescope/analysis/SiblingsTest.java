package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

class SiblingsTest {

    private static final Snapshot ONE =
            Traces.of("read@0 10, parse@0 20, read@1 5, parse@1 30, idle 1");
    private static final Snapshot OTHER =
            Traces.of("read@1 7, parse@1 11, lock@1 3, parse@1 12, idle 1");

    @Test
    void the_same_stage_of_the_same_page_is_found_in_another_run() {
        var parse = ONE.lanes().getFirst().span(3);
        var sibling = Siblings.in(OTHER, ONE, parse).orElseThrow();
        assertThat(sibling.nanos()).isEqualTo(23);
        assertThat(sibling.spans()).isEqualTo(2);
        assertThat(sibling.longest()).isEqualTo(OTHER.lanes().getFirst().span(3));
    }

    @Test
    void a_page_that_the_other_run_did_not_render_has_no_sibling() {
        assertThat(Siblings.in(OTHER, ONE, ONE.lanes().getFirst().span(1))).isEmpty();
        assertThat(Siblings.in(Traces.of("idle 5"), ONE, ONE.lanes().getFirst().span(3)))
                .isEmpty();
    }

    @Test
    void time_that_belongs_to_no_page_has_no_sibling() {
        assertThat(Siblings.in(ONE, ONE, ONE.lanes().getFirst().span(4))).isEmpty();
    }

    @Test
    void neighbours_are_the_same_stage_before_and_after_on_the_lane() {
        var lane = ONE.lanes().getFirst();
        assertThat(Siblings.before(ONE, lane.span(3))).contains(lane.span(1));
        assertThat(Siblings.after(ONE, lane.span(1))).contains(lane.span(3));
        assertThat(Siblings.after(ONE, lane.span(3))).isEmpty();
    }
}

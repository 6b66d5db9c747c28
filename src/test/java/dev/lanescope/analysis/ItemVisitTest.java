package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

class ItemVisitTest {

    private static final LaneView LANE =
            Traces.of("queue 5, read@0 10, lock@0 5, write@0 5, read@1 10, write@1 5, read@0 1")
                    .lanes()
                    .get(0);

    @Test
    void a_visit_reaches_from_the_first_to_the_last_span_of_the_item() {
        ItemVisit visit = ItemVisit.around(LANE, 2).orElseThrow();
        assertThat(visit).isEqualTo(new ItemVisit(0, 0, 1, 3, 5, 25));
        assertThat(visit.nanos()).isEqualTo(20);
        assertThat(visit.spans(LANE)).extracting(Span::index).containsExactly(1, 2, 3);
        assertThat(ItemVisit.around(LANE, 1)).contains(visit);
        assertThat(ItemVisit.around(LANE, 3)).contains(visit);
    }

    @Test
    void an_item_that_comes_back_visits_again() {
        assertThat(ItemVisit.around(LANE, 6)).contains(new ItemVisit(0, 0, 6, 6, 40, 41));
    }

    @Test
    void waiting_for_work_is_no_visit() {
        assertThat(ItemVisit.around(LANE, 0)).isEmpty();
    }
}

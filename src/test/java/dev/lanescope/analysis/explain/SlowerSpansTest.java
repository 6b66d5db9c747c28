package dev.lanescope.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Which spans a work inflation is made of.
class SlowerSpansTest {

    private final Snapshot one =
            Traces.of("read@0 10, parse@0 40, write@0 10, read@1 10, parse@1 20, parse@2 100");

    @Test
    void what_took_longest_beyond_the_sequential_run_comes_first_and_what_did_not_is_left_out() {
        Snapshot run =
                Traces.of(
                        "read@0 10, parse@0 50, write@0 90, idle 50",
                        "read@1 30, parse@1 60, parse@2 105, idle 5");
        List<SlowerSpans.Slower> slower = SlowerSpans.of(run, one, 9);
        assertThat(slower)
                .extracting(SlowerSpans.Slower::beyondNanos)
                .as("reading and writing are no work that inflates, and 5 % is nothing")
                .containsExactly(40L, 10L);
        assertThat(slower).extracting(each -> each.span().item()).containsExactly(1, 0);
        assertThat(SlowerSpans.of(run, one, 1)).hasSize(1);
    }

    @Test
    void a_stage_in_several_spans_counts_once_by_all_of_them_and_is_shown_by_the_longest() {
        Snapshot run = Traces.of("parse@1 15, lock 5, parse@1 30, idle 50", "parse@0 40, idle 60");
        assertThat(SlowerSpans.of(run, one, 9))
                .singleElement()
                .satisfies(slower -> {
                    assertThat(slower.nanos()).isEqualTo(45);
                    assertThat(slower.oneNanos()).isEqualTo(20);
                    assertThat(slower.span().startNanos()).isEqualTo(20);
                });
    }

    @Test
    void what_lies_under_a_stop_is_not_slower_work() {
        Snapshot run = Traces.stopped(0, 20, "parse@1 40", "parse@0 40");
        assertThat(SlowerSpans.of(run, one, 9)).isEmpty();
    }
}

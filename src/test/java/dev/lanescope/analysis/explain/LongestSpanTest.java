package dev.lanescope.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

/// Which span says most about a part of a stack.
class LongestSpanTest {

    private final Snapshot trace =
            Traces.of(
                    "starting 5, read@0 10, parse@0 40, lock@0 7, write@0 8, idle 30",
                    "starting 9, read@1 20, lock@1 3, parse@1 30, write@1 28, idle 10");

    @Test
    void it_is_the_longest_whose_time_goes_there_on_any_lane() {
        assertThat(LongestSpan.of(trace, StackPart.LOCK))
                .hasValueSatisfying(span -> assertThat(span.nanos()).isEqualTo(7));
        assertThat(LongestSpan.of(trace, StackPart.START_UP))
                .hasValueSatisfying(span -> {
                    assertThat(span.lane()).isEqualTo(1);
                    assertThat(span.nanos()).isEqualTo(9);
                });
        assertThat(LongestSpan.of(trace, StackPart.IO))
                .hasValueSatisfying(span -> assertThat(span.nanos()).isEqualTo(28));
        assertThat(LongestSpan.of(trace, StackPart.TAIL))
                .hasValueSatisfying(span -> assertThat(span.nanos()).isEqualTo(30));
    }

    @Test
    void useful_work_is_found_by_the_longest_work() {
        assertThat(LongestSpan.of(trace, StackPart.USEFUL))
                .hasValueSatisfying(span -> assertThat(span.nanos()).isEqualTo(40));
    }

    @Test
    void a_part_that_has_no_spans_has_no_longest() {
        assertThat(LongestSpan.of(trace, StackPart.STOPS)).isEmpty();
        assertThat(LongestSpan.of(trace, StackPart.CHANNEL)).isEmpty();
    }
}

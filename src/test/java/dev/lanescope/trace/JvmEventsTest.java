package dev.lanescope.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What the JVM did comes late, in any order, and counts as far as it lies within the run.
class JvmEventsTest {

    private final Trace trace = new Trace(Traces.info(1, 1), Traces.QUEUE);

    private static JvmEvent compiled(long start, long end) {
        return new JvmEvent(JvmEvent.Kind.COMPILATION, "C2", start, end);
    }

    private List<JvmEvent> told() {
        return trace.snapshot(() -> 50).jvm();
    }

    @Test
    void events_are_told_by_their_start_whenever_they_come() {
        trace.happened(List.of(compiled(20, 25), compiled(30, 31)));
        trace.happened(List.of(compiled(10, 40)));
        assertThat(told()).extracting(JvmEvent::startNanos).containsExactly(10L, 20L, 30L);
    }

    @Test
    void what_lies_after_the_end_of_the_run_is_left_out_and_what_reaches_over_it_is_cut() {
        trace.happened(List.of(compiled(10, 200), compiled(150, 160)));
        trace.finish(100);
        trace.happened(List.of(compiled(90, 110), compiled(100, 101)));
        assertThat(told()).containsExactly(compiled(10, 100), compiled(90, 100));
    }

    @Test
    void the_same_list_is_given_until_there_is_more_to_tell() {
        trace.happened(List.of(compiled(1, 2)));
        assertThat(told()).isSameAs(told());
    }
}

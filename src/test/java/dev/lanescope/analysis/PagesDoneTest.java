package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How many pages were done at a moment.
class PagesDoneTest {

    private final PagesDone pages =
            ThroughputMeter.of(
                            Traces.of(
                                    "read@0 10, write@0 10, read@1 20, write@1 10, idle 50",
                                    "read@2 30, write@2 15, idle 55"))
                    .pagesDone();

    @Test
    void a_page_counts_from_the_moment_it_was_written() {
        assertThat(pages.by(0)).isZero();
        assertThat(pages.by(19.9)).isZero();
        assertThat(pages.by(20)).isEqualTo(1);
        assertThat(pages.by(45)).isEqualTo(2);
        assertThat(pages.by(50)).isEqualTo(3);
        assertThat(pages.by(1e9)).isEqualTo(3);
    }

    @Test
    void it_knows_when_each_was_done() {
        assertThat(pages.count()).isEqualTo(3);
        assertThat(pages.momentOf(1)).isEqualTo(20);
        assertThat(pages.momentOf(3)).isEqualTo(50);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void at_the_end_all_pages_count_that_the_summary_counts(long seed) {
        Snapshot trace = Traces.random(seed);
        PagesDone done = ThroughputMeter.of(trace).pagesDone();
        assertThat(done.by((double) trace.endNanos()))
                .isEqualTo(RunSummary.of(trace).pagesFinished());
        for (int page = 1; page <= done.count(); page++) {
            assertThat(done.by((double) done.momentOf(page))).isGreaterThanOrEqualTo(page);
        }
    }
}

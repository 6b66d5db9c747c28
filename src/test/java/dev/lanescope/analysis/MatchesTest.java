package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.Matches.Match;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Trace;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/// Looking for names in a trace.
class MatchesTest {

    private static final int PARSE = 0;
    private static final int WRITE = 1;
    private static final int IDLE = 2;

    /// Two lanes: the first parses and writes two pages, the second takes the third in between.
    private static Snapshot trace() {
        var states =
                List.of(
                        new State("parse", State.Kind.WORK),
                        new State("write", State.Kind.WORK),
                        new State("idle", State.Kind.IDLE));
        var info =
                new RunInfo(
                        "m",
                        "M",
                        2,
                        "c",
                        1,
                        Instant.EPOCH,
                        0,
                        states,
                        List.of("a/Index.md", "b/index.md", "c/threads.md"));
        var trace = new Trace(info, IDLE);
        trace.lane(0).append(10, PARSE, 0, -1);
        trace.lane(0).append(20, WRITE, 0, -1);
        trace.lane(0).append(30, PARSE, 1, -1);
        trace.lane(1).append(25, PARSE, 2, -1);
        trace.lane(1).append(35, IDLE, -1, -1);
        trace.lane(1).append(40, WRITE, 2, -1);
        trace.finish(50);
        return trace.snapshot(() -> 0);
    }

    @Test
    void a_page_is_found_once_for_each_visit_in_the_order_of_time() {
        assertThat(Matches.of(trace(), "INDEX").all())
                .containsExactly(new Match(0, 1, 10), new Match(0, 3, 30));
        assertThat(Matches.of(trace(), "threads").all())
                .containsExactly(new Match(1, 1, 25), new Match(1, 3, 40));
    }

    @Test
    void a_stage_is_found_in_every_span() {
        assertThat(Matches.of(trace(), "par").all())
                .containsExactly(new Match(0, 1, 10), new Match(1, 1, 25), new Match(0, 3, 30));
    }

    @Test
    void an_item_is_found_by_its_number() {
        assertThat(Matches.of(trace(), 1).all()).containsExactly(new Match(0, 3, 30));
    }

    @Test
    void nothing_is_found_by_blanks_or_by_what_is_not_there() {
        assertThat(Matches.of(trace(), " ").size()).isZero();
        assertThat(Matches.of(trace(), "zebra").size()).isZero();
        assertThat(Matches.NONE.indexOf(0, 0, 0)).isEmpty();
    }

    @Test
    void the_next_one_from_a_moment_is_found_and_after_the_last_the_first() {
        Matches found = Matches.of(trace(), "parse");
        assertThat(found.firstFrom(0)).isZero();
        assertThat(found.firstFrom(11)).isEqualTo(1);
        assertThat(found.firstFrom(30)).isEqualTo(2);
        assertThat(found.firstFrom(31)).isZero();
        assertThat(found.indexOf(1, 1, 25)).hasValue(1);
        assertThat(found.indexOf(1, 2, 25)).isEmpty();
    }
}

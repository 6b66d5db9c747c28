package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.Matches.Match;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Nesting;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
        assertThat(inOrder(Matches.of(trace(), "INDEX")))
                .containsExactly(Match.page(0, 1, 10), Match.page(0, 3, 30));
        assertThat(inOrder(Matches.of(trace(), "threads")))
                .containsExactly(Match.page(1, 1, 25), Match.page(1, 3, 40));
    }

    @Test
    void a_stage_is_found_in_every_span() {
        assertThat(inOrder(Matches.of(trace(), "par")))
                .containsExactly(new Match(0, 1, 10), new Match(1, 1, 25), new Match(0, 3, 30));
    }

    @Test
    void an_item_is_found_by_its_number() {
        assertThat(inOrder(Matches.of(trace(), 1))).containsExactly(Match.page(0, 3, 30));
    }

    @Test
    void nothing_is_found_by_blanks_or_by_what_is_not_there() {
        assertThat(Matches.of(trace(), " ").size()).isZero();
        assertThat(Matches.of(trace(), "zebra").size()).isZero();
        assertThat(Matches.NONE.indexOf(new Match(0, 0, 0))).isEmpty();
    }

    /// A lane of another tool: `load` has `parse` inside, which has `line` twice and `parse` again;
    /// then comes `load` by itself.
    private static Snapshot nested() {
        var states =
                List.of(
                        new State("load", State.Kind.WORK),
                        new State("parse", State.Kind.WORK),
                        new State("line", State.Kind.WORK),
                        new State("word", State.Kind.WORK),
                        new State(RunInfo.UNTOLD, State.Kind.IDLE));
        var info =
                new RunInfo(
                        RunInfo.FOREIGN,
                        "Chrome",
                        1,
                        "c",
                        1,
                        Instant.EPOCH,
                        0,
                        states,
                        List.of("load", "parse", "line"));
        var trace = new Trace(info, 4);
        var lane = trace.lane(0);
        lane.append(10, 0, 0, -1); // 1: a piece of load
        lane.append(20, 1, 0, -1); // 2: a piece of parse
        lane.append(30, 2, 0, -1); // 3: a piece of line
        lane.append(35, 3, 0, -1); // 4: word
        lane.append(40, 1, 0, -1); // 5: parse
        lane.append(50, 2, 0, -1); // 6: line, nothing inside
        lane.append(60, 1, 0, -1); // 7: parse in parse, and the rest of parse
        lane.append(90, 0, 0, -1); // 8: load
        lane.append(100, 4, -1, -1);
        lane.append(110, 0, 0, -1); // 10: load by itself
        lane.append(120, 4, -1, -1);
        trace.finish(130);
        return trace.snapshot(() -> 0)
                .withTold(
                        List.of(),
                        Nesting.of(List.of(PARSED, LINED), List.of(LOADED, AGAIN)),
                        List.of());
    }

    private static final NestedSlice LOADED = new NestedSlice(0, 0, 10, 100, 0);
    private static final NestedSlice PARSED = new NestedSlice(0, 1, 20, 90, 1);
    private static final NestedSlice LINED = new NestedSlice(0, 2, 30, 40, 2);
    private static final NestedSlice AGAIN = new NestedSlice(0, 2, 65, 80, 1);

    @Test
    void slices_of_another_tool_are_found_once_each_at_whatever_depth_they_lie() {
        assertThat(inOrder(Matches.of(nested(), "load")))
                .containsExactly(Match.page(0, 1, 10), Match.page(0, 10, 110));
        assertThat(inOrder(Matches.of(nested(), "parse")))
                .containsExactly(Match.slice(PARSED, 2), Match.slice(AGAIN, 7));
        assertThat(inOrder(Matches.of(nested(), "line")))
                .containsExactly(Match.slice(LINED, 3), new Match(0, 6, 50));
        assertThat(inOrder(Matches.of(nested(), "word"))).containsExactly(new Match(0, 4, 35));
    }

    @Test
    void one_steps_through_the_depths_in_the_order_of_time_the_outer_ones_first() {
        Matches found = Matches.of(nested(), "l"); // load and line
        List<Match> order = inOrder(found);
        assertThat(order)
                .containsExactly(
                        Match.page(0, 1, 10),
                        Match.slice(LINED, 3),
                        new Match(0, 6, 50),
                        Match.page(0, 10, 110));
        for (int place = 0; place < order.size(); place++) {
            Match next = order.get((place + 1) % order.size());
            assertThat(found.indexOf(order.get(place))).hasValue(place);
            assertThat(found.after(order.get(place))).isEqualTo(next);
            assertThat(found.before(next)).isEqualTo(order.get(place));
        }
        assertThat(found.indexOf(new Match(0, 3, 30))).as("a piece of line").isEmpty();
    }

    @Test
    void the_next_one_from_a_moment_is_found_and_after_the_last_the_first() {
        Matches found = Matches.of(trace(), "parse");
        assertThat(found.firstFrom(0)).isEqualTo(new Match(0, 1, 10));
        assertThat(found.firstFrom(11)).isEqualTo(new Match(1, 1, 25));
        assertThat(found.firstFrom(30)).isEqualTo(new Match(0, 3, 30));
        assertThat(found.firstFrom(31)).isEqualTo(new Match(0, 1, 10));
        assertThat(found.lastBefore(30)).isEqualTo(new Match(1, 1, 25));
        assertThat(found.lastBefore(10)).isEqualTo(new Match(0, 3, 30));
        assertThat(found.indexOf(new Match(1, 1, 25))).hasValue(1);
        assertThat(found.indexOf(new Match(1, 2, 25))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void all_places_are_found_and_follow_each_other_in_the_order_of_time(long seed) {
        Snapshot trace = Traces.random(seed);
        Matches found = Matches.of(trace, "e-1"); // pages only
        Matches both = Matches.of(trace, "r"); // read, parse, write and starting
        assertThat(inOrder(found)).containsExactlyElementsOf(expected(trace, "e-1"));
        assertThat(inOrder(both)).containsExactlyElementsOf(expected(trace, "r"));
        List<Match> all = expected(trace, "r");
        for (int place = 0; place < all.size(); place++) {
            Match match = all.get(place);
            Match next = all.get((place + 1) % all.size());
            assertThat(both.indexOf(match)).hasValue(place);
            assertThat(both.after(match)).isEqualTo(next);
            assertThat(both.before(next)).isEqualTo(match);
        }
    }

    /// Found by looking at every span.
    private static List<Match> expected(Snapshot trace, String words) {
        List<Match> all = new ArrayList<>();
        for (LaneView lane : trace.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                int item = lane.item(span);
                boolean arrives = item >= 0 && (span == 0 || lane.item(span - 1) != item);
                boolean page = arrives && trace.info().items().get(item).contains(words);
                if (page || trace.state(lane.state(span)).name().contains(words)) {
                    long start = lane.startNanos(span);
                    all.add(
                            page
                                    ? Match.page(lane.number(), span, start)
                                    : new Match(lane.number(), span, start));
                }
            }
        }
        all.sort(
                Comparator.comparingLong(Match::startNanos)
                        .thenComparingInt(Match::lane)
                        .thenComparingInt(Match::span));
        return all;
    }

    private static List<Match> inOrder(Matches matches) {
        return matches.size() == 0
                ? List.of()
                : Stream.iterate(matches.firstFrom(0), matches::after)
                        .limit(matches.size())
                        .toList();
    }
}

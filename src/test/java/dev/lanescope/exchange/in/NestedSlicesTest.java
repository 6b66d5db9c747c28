package dev.lanescope.exchange.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.FlameFrame;
import dev.lanescope.analysis.FlameGraph;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Snapshot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Slices that lie in one and have others inside.
class NestedSlicesTest {

    @TempDir Path folder;

    private static String x(String name, long micros, long duration) {
        return "{'name':'%s','ph':'X','ts':%d,'dur':%d,'pid':1,'tid':7},"
                .formatted(name, micros, duration);
    }

    private Snapshot open(String events) throws Exception {
        return Opened.text(folder, ("{'traceEvents':[" + events + "]}").replace('\'', '"'));
    }

    /// A line each: how deep, what, from when to when.
    private static List<String> nested(Snapshot trace) {
        return trace.nesting().slices().stream()
                .map(slice ->
                        "%d %s %d-%d"
                                .formatted(
                                        slice.depth(),
                                        trace.info().items().get(slice.item()),
                                        slice.startNanos() / 1_000,
                                        slice.endNanos() / 1_000))
                .toList();
    }

    @Test
    void what_lies_between_the_outermost_and_the_innermost_is_kept_with_its_depth()
            throws Exception {
        var trace =
                open(x("load", 0, 100) + x("parse", 10, 50) + x("line", 20, 20) + x("word", 25, 5));
        assertThat(nested(trace)).containsExactly("1 parse 10-60", "2 line 20-40");
        assertThat(Opened.lanes(trace).getFirst())
                .contains("load@load 10000, parse@load 10000, line@load 5000, word@load 5000");
    }

    @Test
    void of_two_levels_nothing_lies_between() throws Exception {
        assertThat(open(x("load", 0, 100) + x("parse", 10, 50)).nesting().isEmpty()).isTrue();
    }

    @Test
    void an_instant_inside_a_slice_makes_no_level_of_it() throws Exception {
        String instant = "{'name':'i','ph':'i','s':'t','ts':20,'pid':1,'tid':7},";
        var trace = open(x("load", 0, 100) + x("parse", 10, 50) + instant);
        assertThat(trace.nesting().isEmpty()).isTrue();
    }

    @Test
    void a_moment_tells_all_that_lies_around_it() throws Exception {
        var trace =
                open(
                        x("a", 0, 100)
                                + x("b", 10, 80)
                                + x("c", 20, 10)
                                + x("d", 21, 2)
                                + x("c", 40, 10)
                                + x("d", 41, 2));
        assertThat(trace.nesting().around(0, 22_000))
                .extracting(NestedSlice::depth)
                .containsExactly(1, 2);
        assertThat(trace.nesting().around(0, 35_000))
                .extracting(NestedSlice::depth)
                .containsExactly(1);
        assertThat(trace.nesting().nanosWithin(0, 2, 25_000, 45_000)).isEqualTo(10_000);
    }

    @Test
    void the_flame_graph_adds_them_up_call_by_call() throws Exception {
        var trace =
                open(
                        x("main", 0, 100)
                                + x("load", 10, 80)
                                + x("parse", 20, 10)
                                + x("parse", 40, 30)
                                + x("token", 45, 5));
        FlameFrame all = FlameGraph.of(trace, Stretch.of(trace));
        assertThat(stacks(all))
                .containsExactly(
                        "all lane time 100",
                        "all lane time;work 100",
                        "all lane time;work;main 100",
                        "all lane time;work;main;load 80",
                        "all lane time;work;main;load;parse 40",
                        "all lane time;work;main;load;parse;token 5");
    }

    @Test
    void a_flame_graph_of_a_stretch_counts_what_lies_in_it() throws Exception {
        var trace = open(x("main", 0, 100) + x("load", 10, 80) + x("parse", 20, 10));
        FlameFrame all = FlameGraph.of(trace, new Stretch(25_000, 50_000, List.of(0)));
        assertThat(stacks(all))
                .endsWith(
                        "all lane time;work;main;load 25", "all lane time;work;main;load;parse 5");
    }

    /// In whole microseconds, parents before children.
    private static List<String> stacks(FlameFrame frame) {
        return Stream.concat(
                        Stream.of(frame.name() + " " + frame.nanos() / 1_000),
                        frame.children().stream()
                                .flatMap(child -> stacks(child).stream())
                                .map(stack -> frame.name() + ";" + stack))
                .toList();
    }

    /// No time is counted twice or lost, however calls lie in each other.
    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_tips_of_a_flame_graph_come_to_all_lane_time(long seed) throws Exception {
        var events = new ArrayList<String>();
        grow(new Random(seed), 0, 1_000, 0, events, new ArrayList<>());
        Snapshot trace = open(String.join("", events));
        FlameFrame all = FlameGraph.of(trace, Stretch.of(trace));
        assertThat(all.nanos()).isEqualTo(trace.endNanos() * trace.lanes().size());
        assertNoneGrows(all);
    }

    private static void assertNoneGrows(FlameFrame frame) {
        long inside = frame.children().stream().mapToLong(FlameFrame::nanos).sum();
        assertThat(inside).as(frame.name()).isLessThanOrEqualTo(frame.nanos());
        frame.children().forEach(NestedSlicesTest::assertNoneGrows);
    }

    /// Random trees of slices: whatever has a parent and a child is there, and nothing else.
    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void of_a_random_tree_all_inner_nodes_are_kept(long seed) throws Exception {
        var events = new ArrayList<String>();
        var expected = new ArrayList<String>();
        grow(new Random(seed), 0, 1_000, 0, events, expected);
        Snapshot trace = open(String.join("", events));
        assertThat(nested(trace)).containsExactlyInAnyOrderElementsOf(expected);
    }

    /// @return whether anything grew
    private static boolean grow(
            Random random,
            long from,
            long to,
            int depth,
            List<String> events,
            List<String> expected) {
        long at = from + (depth == 0 ? 0 : random.nextLong(3));
        boolean any = false;
        while (to - at > 2 && depth < 7 && random.nextInt(4) > 0) {
            long end = at + 1 + random.nextLong(to - at - 1);
            String name = "n" + random.nextInt(9);
            events.add(x(name, at, end - at));
            if (grow(random, at, end, depth + 1, events, expected) && depth > 0) {
                expected.add("%d %s %d-%d".formatted(depth, name, at, end));
            }
            any = true;
            at = end + random.nextLong(3);
        }
        return any;
    }
}

package dev.lanescope.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Phase;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

/// How much longer a task could take without moving the end.
class SlackTest {

    private static List<Long> slacks(Snapshot run, int lane) {
        Slack slack = Slack.of(run);
        LaneView view = run.lanes().get(lane);
        return IntStream.range(0, view.size())
                .filter(span -> view.endNanos(span) > view.startNanos(span))
                .mapToObj(span -> slack.nanos(lane, span))
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .toList();
    }

    @Test
    void who_is_last_has_none_and_the_others_have_what_they_idled() {
        Snapshot run = Traces.of("parse@0 40, parse@1 60", "parse@2 70, idle 30");
        assertThat(slacks(run, 0)).containsExactly(0L, 0L);
        assertThat(slacks(run, 1)).containsExactly(30L);
    }

    @Test
    void who_hands_a_page_over_has_none_if_somebody_waits_for_it() {
        Snapshot run =
                Traces.of("read@0 30, read@1 20, idle 50", "queue 30, parse@0 40, parse@1 30");
        assertThat(slacks(run, 0)).containsExactly(0L, 20L);
        assertThat(slacks(run, 1)).containsExactly(0L, 0L);
    }

    @Test
    void a_phase_waits_for_the_last_of_the_phase_before_on_every_lane() {
        var phases = List.of(new Phase("pages", 0), new Phase("files", 2));
        Snapshot run =
                Traces.inPhases(phases, "parse@0 30, queue 20, parse@2 50", "parse@1 50, idle 50");
        assertThat(slacks(run, 0)).containsExactly(20L, 0L);
        assertThat(slacks(run, 1)).containsExactly(0L);
    }

    /// The end of every node when one of them takes longer, by going over all edges until nothing
    /// moves any more.
    private static long end(SlackGraph graph, int longer, long by) {
        long[] ends = new long[graph.size()];
        for (int node = 0; node < ends.length; node++) {
            ends[node] = graph.end(node) + (node == longer ? by : 0);
        }
        boolean moved = true;
        while (moved) {
            moved = false;
            for (SlackGraph.Edge edge : edges(graph)) {
                long least = ends[edge.from()] + edge.lag() + (edge.to() == longer ? by : 0);
                if (ends[edge.to()] < least) {
                    ends[edge.to()] = least;
                    moved = true;
                }
            }
        }
        long end = 0;
        for (long each : ends) {
            end = Math.max(end, each);
        }
        return end;
    }

    private static List<SlackGraph.Edge> edges(SlackGraph graph) {
        return IntStream.range(0, graph.edges()).mapToObj(graph::edge).toList();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void a_nanosecond_more_than_its_slack_moves_the_end_and_its_slack_does_not(long seed) {
        Snapshot run = Traces.random(seed, 4, 60);
        Slack slack = Slack.of(run);
        var graph = new SlackGraph(run);
        long end = end(graph, SlackGraph.NONE, 0);
        for (SlackGraph.Edge edge : edges(graph)) {
            assertThat(graph.end(edge.from()) + edge.lag())
                    .as("%s holds in the run", edge)
                    .isLessThanOrEqualTo(graph.end(edge.to()));
        }
        var random = new Random(seed);
        for (LaneView lane : run.lanes()) {
            int span = random.nextInt(lane.size());
            OptionalLong known = slack.nanos(lane.number(), span);
            if (known.isPresent()) {
                int node = graph.nodeOf(lane.number(), span);
                assertThat(end(graph, node, known.getAsLong())).isEqualTo(end);
                assertThat(end(graph, node, known.getAsLong() + 1)).isGreaterThan(end);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void nobody_has_less_than_none_and_somebody_has_none(long seed) {
        Snapshot run = Traces.random(seed);
        Slack slack = Slack.of(run);
        long least = Long.MAX_VALUE;
        for (LaneView lane : run.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                OptionalLong known = slack.nanos(lane.number(), span);
                least = Math.min(least, known.orElse(Long.MAX_VALUE));
            }
        }
        assertThat(least).isIn(0L, Long.MAX_VALUE);
    }
}

package dev.lanescope.analysis.explain;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/// How much longer each span could have taken without the run ending later: zero on the critical
/// path, more beside it (critical path method: Kelley and Walker, 1959).
///
/// Every page stays on its lane and in its place, and what had to wait for what stays as it was
/// ([SlackGraph]); a queue that would have given the page to somebody else is not thought of. So it
/// is exact for the run as it went, and says nothing of another one.
public final class Slack {

    private static final long NONE = -1;

    private final List<long[]> slacks = new ArrayList<>(); // by lane and span; NONE for waits

    private Slack(Snapshot run) {
        var graph = new SlackGraph(run);
        long[] latest = latest(graph);
        for (LaneView lane : run.lanes()) {
            long[] of = new long[lane.size()];
            for (int span = 0; span < of.length; span++) {
                int node = graph.nodeOf(lane.number(), span);
                boolean runs = BottleGraph.runs(run.state(lane.state(span)));
                of[span] = node == SlackGraph.NONE || !runs ? NONE : latest[node] - graph.end(node);
            }
            slacks.add(of);
        }
    }

    /// Goes through the whole run; it keeps nothing of the trace.
    ///
    /// @param run finished
    public static Slack of(Snapshot run) {
        return new Slack(run);
    }

    /// Of a span in which its lane ran; empty for waits.
    public OptionalLong nanos(Span span) {
        return nanos(span.lane(), span.index());
    }

    OptionalLong nanos(int lane, int span) {
        long slack = slacks.get(lane)[span];
        return slack == NONE ? OptionalLong.empty() : OptionalLong.of(slack);
    }

    /// Backwards from the last node: a node may end as late as those that wait for it let it.
    private static long[] latest(SlackGraph graph) {
        int size = graph.size();
        int[] first = new int[size + 1]; // of the edges that lead to a node
        int[] open = new int[size]; // edges from a node that have not been followed
        long end = 0;
        for (int edge = 0; edge < graph.edges(); edge++) {
            first[graph.to(edge) + 1]++;
            open[graph.from(edge)]++;
        }
        for (int node = 0; node < size; node++) {
            first[node + 1] += first[node];
            end = Math.max(end, graph.end(node));
        }
        int[] from = new int[graph.edges()];
        long[] lag = new long[from.length];
        int[] place = first.clone();
        for (int edge = 0; edge < graph.edges(); edge++) {
            int at = place[graph.to(edge)]++;
            from[at] = graph.from(edge);
            lag[at] = graph.lag(edge);
        }
        long[] latest = new long[size];
        Arrays.fill(latest, end);
        int[] ready = new int[size];
        int known = 0;
        for (int node = 0; node < size; node++) {
            if (open[node] == 0) {
                ready[known++] = node;
            }
        }
        for (int done = 0; done < known; done++) {
            int node = ready[done];
            for (int at = first[node]; at < first[node + 1]; at++) {
                latest[from[at]] = Math.min(latest[from[at]], latest[node] - lag[at]);
                if (--open[from[at]] == 0) {
                    ready[known++] = from[at];
                }
            }
        }
        for (int node = 0; node < size; node++) {
            // those that wait for each other at one moment cannot be told apart: they have none
            latest[node] = open[node] > 0 ? graph.end(node) : latest[node];
        }
        return latest;
    }
}

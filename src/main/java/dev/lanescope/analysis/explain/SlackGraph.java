package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Cause;
import dev.lanescope.analysis.Causes;
import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.analysis.explain.LoopJobs.Job;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What had to wait for what in a run, as a graph: a node is a span in which a lane runs, or a
/// stretch of spans in which it waits. A node ends no sooner than each of its edges says: so long
/// after the end of another node.
///
/// On a lane the edge takes as long as the node did, unless the node is a wait of which the trace
/// tells what ended it; such a wait only takes what was left of it after that. What ended it is an
/// edge from another lane: the page was handed over, the lock was let go of, or the phase before
/// was over, which is an edge from the last of that phase on every lane. Waits at the end of a lane
/// hold nothing up and are no nodes.
///
/// On an [event loop][LoopWays] a page also waits for a disk to answer while its lane does
/// something else; that time is part of the edge.
final class SlackGraph {

    /// A node ends at least so long after another.
    record Edge(int from, int to, long lag) {}

    /// What ended a wait, and how much of the wait was left when that was there.
    private record Ended(Edge by, long rest) {}

    static final int NONE = -1;

    private final Snapshot run;
    private final Stays stays;
    private final Ways ways;
    private final Optional<LoopWays> loop;
    private final List<PhaseTime> phases;
    private final int[][] nodeOf; // by lane and span
    private long[] ends = new long[64];
    private int size;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private long[] lags = new long[64];
    private int edges;

    SlackGraph(Snapshot run) {
        this.run = run;
        stays = Stays.of(run);
        phases = PhaseTime.of(run);
        ways = new Ways(run, stays, phases);
        loop = LoopWays.of(run);
        nodeOf = new int[run.lanes().size()][];
        run.lanes().forEach(this::addNodes);
        run.lanes().forEach(this::addEdges);
        if (loop.isPresent()) {
            loop.get().jobs().forEach(job -> addHandOver(loop.get(), job));
        } else {
            for (int stay = 0; stay < stays.size(); stay++) {
                addHandOver(stay);
            }
        }
        for (int phase = 1; phase < phases.size(); phase++) {
            addBarrier(phase);
        }
    }

    /// Nobody takes up a page before it is handed over, whether somebody waits for it or not.
    private void addHandOver(int stay) {
        int giver = ways.handedOverBy(stay);
        if (giver == Ways.NONE || stays.endNanos(giver) > stays.startNanos(stay)) {
            return;
        }
        int before = nodeOf[stays.lane(giver)][stays.last(giver)];
        int after = nodeOf[stays.lane(stay)][stays.first(stay)];
        if (after != NONE) {
            addAfter(before, stays.endNanos(giver), after, ends[after] - stays.startNanos(stay));
        }
    }

    /// Nobody begins with what comes next of a page before the loop has dispatched it, where it
    /// does, and before a disk has answered.
    private void addHandOver(LoopWays of, Job job) {
        int after = nodeOf[job.lane()][job.first()];
        if (after == NONE) {
            return;
        }
        long begin = job.startNanos();
        LoopWays.Dispatch sent = of.dispatch(job).orElse(null);
        int sender = sent == null ? NONE : nodeOf[sent.lane()][sent.span()];
        if (sent != null) {
            long early = Math.max(0, sent.endNanos() - begin);
            long held = fits(sent.endNanos(), of.latencyAfterDispatch(job), begin);
            addAfter(sender, sent.endNanos(), after, ends[after] - begin + held - early);
        }
        Job had = of.before(job).filter(done -> done.endNanos() <= begin).orElse(null);
        if (had == null) {
            return;
        }
        int before = nodeOf[had.lane()][had.last()];
        long answered = fits(had.endNanos(), of.latency(job), begin);
        addAfter(before, had.endNanos(), after, ends[after] - begin + answered);
        if (sent != null && had.endNanos() <= sent.startNanos()) {
            long wanted = of.latency(job) - of.latencyAfterDispatch(job);
            long held = fits(had.endNanos(), wanted, sent.startNanos());
            addAfter(before, had.endNanos(), sender, sent.nanos() + held);
        }
    }

    private void addAfter(int before, long end, int after, long lag) {
        if (before != NONE && after != NONE && before != after && ends[before] == end) {
            add(before, after, lag);
        }
    }

    /// How long a disk took, if there was time for it.
    private static long fits(long from, long held, long until) {
        return until - from >= held ? held : 0;
    }

    private void add(int before, int after, long lag) {
        if (edges == from.length) {
            from = Arrays.copyOf(from, 2 * edges);
            to = Arrays.copyOf(to, 2 * edges);
            lags = Arrays.copyOf(lags, 2 * edges);
        }
        from[edges] = before;
        to[edges] = after;
        lags[edges] = lag;
        edges++;
    }

    private boolean runs(LaneView lane, int span) {
        return BottleGraph.runs(run.state(lane.state(span)));
    }

    private void addNodes(LaneView lane) {
        int last = lane.size() - 1;
        while (last >= 0 && !runs(lane, last)) {
            last--;
        }
        int[] nodes = new int[lane.size()];
        Arrays.fill(nodes, NONE);
        for (int span = 0; span <= last; span++) {
            boolean goesOn = span > 0 && !runs(lane, span) && !runs(lane, span - 1);
            if (!goesOn) {
                if (size == ends.length) {
                    ends = Arrays.copyOf(ends, 2 * size);
                }
                size++;
            }
            nodes[span] = size - 1;
            ends[size - 1] = lane.endNanos(span);
        }
        nodeOf[lane.number()] = nodes;
    }

    private void addEdges(LaneView lane) {
        int[] nodes = nodeOf[lane.number()];
        int before = NONE;
        for (int span = 0; span < nodes.length && nodes[span] != NONE; ) {
            int node = nodes[span];
            int next = span + 1;
            while (next < nodes.length && nodes[next] == node) {
                next++;
            }
            long start = lane.startNanos(span);
            long lag = ends[node] - start;
            if (!runs(lane, span)) {
                Ended known = endOfWait(lane, span, next, node, start);
                if (known != null) {
                    add(known.by().from(), known.by().to(), known.by().lag());
                    lag = known.rest();
                } else if (endsPhase(start, ends[node])) {
                    lag = ends[node] - barrierIn(start, ends[node]);
                }
            }
            if (before != NONE) {
                add(before, node, lag);
            }
            before = node;
            span = next;
        }
    }

    /// The edge from what ended a wait, the last such if there are several in it.
    private @Nullable Ended endOfWait(LaneView lane, int from, int to, int node, long start) {
        Ended woken =
                loop.flatMap(of -> of.endedWait(lane.number(), to - 1))
                        .flatMap(giver -> wokenBy(giver, node, start))
                        .orElse(null);
        if (woken != null) {
            return woken;
        }
        @Nullable Ended last = null;
        for (int span = from; span < to; span++) {
            int giver;
            long end;
            if (run.state(lane.state(span)).kind() == State.Kind.LOCK) {
                Cause cause =
                        Causes.before(run, lane.span(span))
                                .filter(found -> found.reason() == Cause.Reason.HELD_THE_LOCK)
                                .orElse(null);
                if (cause == null) {
                    continue;
                }
                giver = nodeOf[cause.from().lane()][cause.from().index()];
                end = cause.from().endNanos();
            } else {
                int stay = ways.endedWait(lane.number(), span);
                if (stay == Ways.NONE || isOfPhaseBefore(lane, span, stay)) {
                    continue;
                }
                giver = nodeOf[stays.lane(stay)][stays.last(stay)];
                end = stays.endNanos(stay);
            }
            boolean fits = giver != NONE && giver != node && end > start && end <= ends[node];
            long rest = ends[node] - end;
            if (fits && ends[giver] == end && (last == null || rest < last.rest())) {
                last = new Ended(new Edge(giver, node, rest), rest);
            }
        }
        return last;
    }

    private Optional<Ended> wokenBy(LoopWays.Giver giver, int node, long start) {
        LaneView lane = run.lanes().get(giver.lane());
        int from = nodeOf[giver.lane()][lane.indexAt(giver.nanos() - 1)];
        return from == NONE || from == node
                ? Optional.empty()
                : Optional.of(
                        new Ended(
                                new Edge(from, node, ends[node] - ends[from]),
                                ends[node] - Math.max(start, giver.readyNanos())));
    }

    /// The ends of phases have edges of their own.
    private boolean isOfPhaseBefore(LaneView lane, int span, int giver) {
        int next = stays.after(lane.number(), span);
        return next >= stays.begin(lane.number() + 1) || ways.handedOverBy(next) != giver;
    }

    private boolean endsPhase(long start, long end) {
        return barrierIn(start, end) != NONE;
    }

    /// The last end of a phase within a stretch; [#NONE] if there is none.
    private long barrierIn(long start, long end) {
        long found = NONE;
        for (int phase = 1; phase < phases.size(); phase++) {
            long barrier = phases.get(phase).startNanos();
            found = barrier > start && barrier <= end ? barrier : found;
        }
        return found;
    }

    /// The first of a phase on each lane waits for the last of the phase before on all of them.
    private void addBarrier(int phase) {
        long barrier = phases.get(phase).startNanos();
        List<Integer> lasts = new ArrayList<>();
        for (LaneView lane : run.lanes()) {
            int last = NONE;
            for (int stay = stays.begin(lane.number());
                    stay < stays.begin(lane.number() + 1);
                    stay++) {
                last = ways.phaseOf(stay) == phase - 1 ? stay : last;
            }
            if (last != NONE && stays.endNanos(last) <= barrier) {
                lasts.add(nodeOf[lane.number()][stays.last(last)]);
            }
        }
        for (LaneView lane : run.lanes()) {
            for (int stay = stays.begin(lane.number());
                    stay < stays.begin(lane.number() + 1);
                    stay++) {
                if (ways.phaseOf(stay) == phase) {
                    addBarrier(lane, stays.first(stay), barrier, lasts);
                    break;
                }
            }
        }
    }

    private void addBarrier(LaneView lane, int first, long barrier, List<Integer> lasts) {
        int[] nodes = nodeOf[lane.number()];
        long start = lane.startNanos(first);
        if (start < barrier || nodes[first] == NONE) {
            return;
        }
        int wait = first - 1;
        while (wait >= 0 && runs(lane, wait) && lane.startNanos(wait) >= barrier) {
            wait--; // e.g. dispatching
        }
        boolean waited = wait >= 0 && !runs(lane, wait) && lane.endNanos(wait) >= barrier;
        int node = waited ? nodes[wait] : nodes[first];
        for (int last : lasts) {
            if (last != NONE && last != node) {
                add(last, node, ends[node] - barrier);
            }
        }
    }

    int size() {
        return size;
    }

    long end(int node) {
        return ends[node];
    }

    int edges() {
        return edges;
    }

    Edge edge(int number) {
        return new Edge(from[number], to[number], lags[number]);
    }

    int from(int edge) {
        return from[edge];
    }

    int to(int edge) {
        return to[edge];
    }

    long lag(int edge) {
        return lags[edge];
    }

    /// The node of a span; [#NONE] for a wait at the end of a lane.
    int nodeOf(int lane, int span) {
        return nodeOf[lane][span];
    }
}

package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Cause;
import dev.lanescope.analysis.Causes;
import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The chain of spans that made a run as long as it was: each began when the one before it ended,
/// and they cover the run from its first nanosecond to its last.
///
/// It is followed backwards from the last result. While a lane runs, what came before is the span
/// before on the lane. Where it waited, it is what ended the wait, if the trace tells: the lane
/// that handed the page over, the last page of the phase before, the worker that held the lock
/// (where a counter says who that was). Then the chain goes on there, and only the rest of the wait
/// is part of it. A wait that nothing is known to have ended is part of the chain as it is. Where a
/// loop has work done by threads, the chain goes [over the loop][LoopWays].
///
/// @param steps from the beginning to the end of the run, none of no length
public record CriticalPath(List<Step> steps) {

    /// A part of the chain on one lane in one span.
    ///
    /// @param edge how the chain came to this step from the one before
    public record Step(
            int lane, int span, long startNanos, long endNanos, int state, int item, Edge edge) {

        public long nanos() {
            return endNanos - startNanos;
        }
    }

    /// What leads from one step to the next.
    public enum Edge {
        /// The lane was at something else before.
        SAME_LANE,
        /// Another lane handed the page over.
        HANDED_OVER,
        /// Another lane let go of the lock.
        LOCK,
        /// The phase before ended on another lane.
        PHASE
    }

    public CriticalPath {
        steps = List.copyOf(steps);
    }

    public static CriticalPath of(Snapshot run) {
        Stays stays = Stays.of(run);
        return new CriticalPath(
                new Walk(run, stays, new Ways(run, stays, PhaseTime.of(run))).back());
    }

    /// How much of the run each state took on the chain; adds up to the makespan.
    public Map<Integer, Long> byState() {
        var nanos = new LinkedHashMap<Integer, Long>();
        steps.forEach(step -> nanos.merge(step.state(), step.nanos(), Long::sum));
        return nanos;
    }

    /// The way back along the chain.
    private static final class Walk {
        private final Snapshot run;
        private final Stays stays;
        private final Ways ways;
        private final Optional<LoopWays> loop;
        private final List<Step> steps = new ArrayList<>();
        private int lane;
        private long now;

        Walk(Snapshot run, Stays stays, Ways ways) {
            this.run = run;
            this.stays = stays;
            this.ways = ways;
            loop = LoopWays.of(run);
            now = run.endNanos();
            long last = 0;
            for (int stay = 0; stay < stays.size(); stay++) {
                if (stays.endNanos(stay) >= last) { // it may take a moment until that is known
                    last = stays.endNanos(stay);
                    lane = stays.lane(stay);
                }
            }
        }

        List<Step> back() {
            int stood = 0; // jumps in a row that brought the chain no further back
            while (now > 0) {
                LaneView view = run.lanes().get(lane);
                int span = view.indexAt(now - 1);
                State state = run.state(view.state(span));
                boolean waits = !BottleGraph.runs(state);
                boolean isLock = state.kind() == State.Kind.LOCK;
                if (waits
                        && stood <= run.lanes().size()
                        && (isLock ? jumpToHolder(view, span) : jump(view, span))) {
                    stood++;
                } else {
                    add(view, span, view.startNanos(span), Edge.SAME_LANE);
                    stood = 0;
                }
            }
            Collections.reverse(steps);
            return steps;
        }

        private boolean jump(LaneView view, int span) {
            Optional<LoopWays.Giver> woken =
                    loop.flatMap(of -> of.endedWait(lane, span))
                            .filter(by -> by.nanos() > view.startNanos(span) && by.nanos() <= now);
            if (woken.isPresent()) {
                add(view, span, woken.get().nanos(), Edge.HANDED_OVER);
                lane = woken.get().lane();
                return true;
            }
            int giver = ways.endedWait(lane, span);
            if (giver == Ways.NONE || stays.startNanos(giver) >= now) {
                return false;
            }
            int next = stays.after(lane, span);
            boolean isPhase = next >= stays.begin(lane + 1) || ways.handedOverBy(next) != giver;
            add(view, span, stays.endNanos(giver), isPhase ? Edge.PHASE : Edge.HANDED_OVER);
            lane = stays.lane(giver);
            return true;
        }

        private boolean jumpToHolder(LaneView view, int span) {
            Cause cause =
                    Causes.before(run, view.span(span))
                            .filter(found -> found.reason() == Cause.Reason.HELD_THE_LOCK)
                            .orElse(null);
            if (cause == null
                    || cause.from().startNanos() >= now
                    || cause.from().endNanos() <= view.startNanos(span)) {
                return false;
            }
            add(view, span, cause.from().endNanos(), Edge.LOCK);
            lane = cause.from().lane();
            return true;
        }

        /// Adds what lies between a moment and now, and goes back to it.
        private void add(LaneView view, int span, long from, Edge edge) {
            long start = Math.min(from, now);
            if (start < now) {
                steps.add(
                        new Step(
                                view.number(),
                                span,
                                start,
                                now,
                                view.state(span),
                                view.item(span),
                                edge));
            }
            now = start;
        }
    }
}

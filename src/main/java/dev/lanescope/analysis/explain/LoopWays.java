package dev.lanescope.analysis.explain;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.Optional;

/// What ended a wait where a loop hands pages to threads and is told when they are done, and its
/// own lane bears no page: `asyncio` with an executor.
///
/// The loop is the first lane. A thread that waits for work takes from a queue that is empty, so it
/// is woken by the last dispatch before it goes on. The loop that waits for work is woken by the
/// last thread that was done with a page before it goes on (`await`). Waits for anything else, such
/// as for a timer, nobody ends.
final class LoopWays {

    /// Who ended a wait.
    ///
    /// @param nanos when it had done what the other waited for
    record Giver(int lane, long nanos) {}

    private static final int LOOP = 0;

    private final Snapshot run;

    private LoopWays(Snapshot run) {
        this.run = run;
    }

    /// Empty for a run of another kind.
    static Optional<LoopWays> of(Snapshot run) {
        return run.info().model().equals("python-asyncio-threads") && run.lanes().size() > 1
                ? Optional.of(new LoopWays(run))
                : Optional.empty();
    }

    /// Who ended a wait that lasts until a moment.
    Optional<Giver> endedWait(int lane, int span, long until) {
        LaneView view = run.lanes().get(lane);
        if (!isForWork(run.state(view.state(span)))) {
            return Optional.empty();
        }
        long from = view.startNanos(span);
        return lane == LOOP ? doneWithin(from, until) : dispatchedWithin(from, until);
    }

    private static boolean isForWork(State state) {
        return state.kind() == State.Kind.QUEUE && !isDispatching(state);
    }

    private static boolean isDispatching(State state) {
        return state.name().equals("dispatching");
    }

    /// The thread may have gone on before the loop said that it had dispatched.
    private Optional<Giver> dispatchedWithin(long from, long until) {
        LaneView loop = run.lanes().get(LOOP);
        for (int span = loop.indexAt(until - 1); span >= 0 && loop.endNanos(span) > from; span--) {
            if (isDispatching(run.state(loop.state(span)))) {
                return Optional.of(new Giver(LOOP, Math.min(until, loop.endNanos(span))));
            }
        }
        return Optional.empty();
    }

    private Optional<Giver> doneWithin(long from, long until) {
        Giver last = null;
        for (LaneView lane : run.lanes().subList(LOOP + 1, run.lanes().size())) {
            int span = lane.indexAt(Math.min(until, lane.endNanos() - 1));
            while (span > 0 && lane.startNanos(span) > from && !isDone(lane, span)) {
                span--;
            }
            long done = lane.startNanos(span);
            if (span > 0 && done > from && (last == null || done > last.nanos())) {
                last = new Giver(lane.number(), done);
            }
        }
        return Optional.ofNullable(last);
    }

    /// Whether the lane was done with a page when this span began.
    private static boolean isDone(LaneView lane, int span) {
        return lane.item(span) == Lane.NO_ITEM && lane.item(span - 1) != Lane.NO_ITEM;
    }
}

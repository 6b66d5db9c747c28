package dev.lanescope.analysis;

import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Who held the lock that a lane waited for.
///
/// A run with one lock for all counts who holds it, lane number plus one, under the name [#HOLDER]:
/// then the trace says it. Otherwise it can only be derived: a lock changes hands within a moment,
/// so if on one lane alone some work ended in the last [#HAND_OVER_NANOS] of the wait, it is likely
/// that one.
final class LockHolders {

    /// The counter of who holds the lock; 0 is nobody.
    static final String HOLDER = "worker with the lock";

    /// How long after a lock was let go of somebody who waits for it may need to notice.
    static final long HAND_OVER_NANOS = 100_000;

    private LockHolders() {}

    /// The work during which the lock was held that the wait was for.
    static Optional<Cause> before(Snapshot trace, Span wait) {
        for (CounterView counter : trace.counters()) {
            if (counter.name().equals(HOLDER)) {
                return recorded(trace, wait, counter);
            }
        }
        return derived(trace, wait);
    }

    private static Optional<Cause> recorded(Snapshot trace, Span wait, CounterView holder) {
        int taken = lastReadingBy(holder, wait.endNanos());
        while (taken >= 0
                && holder.nanos(taken) >= wait.startNanos()
                && holder.value(taken) != wait.lane() + 1L) {
            taken--;
        }
        if (taken < 0 || holder.nanos(taken) < wait.startNanos()) {
            return Optional.empty(); // nobody noted that it was taken
        }
        int before = taken - 1;
        while (before >= 0 && holder.value(before) == 0) {
            before--;
        }
        if (before < 0) {
            return Optional.empty();
        }
        long lane = holder.value(before) - 1;
        if (lane == wait.lane() || lane < 0 || lane >= trace.lanes().size()) {
            return Optional.empty();
        }
        long since = holder.nanos(before);
        return workBy(trace, trace.lanes().get((int) lane), holder.nanos(before + 1), since)
                .map(from -> new Cause(from, wait, Cause.Reason.HELD_THE_LOCK));
    }

    /// Index of the last reading at or before a moment; -1 if there is none.
    private static int lastReadingBy(CounterView counter, long moment) {
        int low = -1;
        int high = counter.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (counter.nanos(middle) <= moment) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// The last work on a lane that had ended by a moment, but not before another; whoever lets go
    /// of a lock notes first what it does next.
    private static Optional<Span> workBy(
            Snapshot trace, LaneView lane, long moment, long sinceNanos) {
        int at = lane.indexAt(moment);
        for (; at >= 0 && lane.endNanos(at) >= sinceNanos; at--) {
            if (lane.endNanos(at) <= moment && trace.state(lane.state(at)).kind().isWork()) {
                return Optional.of(lane.span(at));
            }
        }
        return Optional.empty();
    }

    private static Optional<Cause> derived(Snapshot trace, Span wait) {
        long since = Math.max(wait.startNanos() + 1, wait.endNanos() - HAND_OVER_NANOS);
        @Nullable Span only = null;
        for (LaneView lane : trace.lanes()) {
            if (lane.number() == wait.lane()) {
                continue;
            }
            Optional<Span> ended = workBy(trace, lane, wait.endNanos(), since);
            if (ended.isPresent() && only != null) {
                return Optional.empty(); // it may have been either
            }
            only = ended.orElse(only);
        }
        return Optional.ofNullable(only)
                .map(from -> new Cause(from, wait, Cause.Reason.LIKELY_HELD_THE_LOCK));
    }
}

package dev.lanescope.analysis;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Cause and effect across lanes, as far as a trace can say it.
///
/// What led to a span is, in this order:
///
/// 1. of work whose item was last worked at on another lane: that work;
/// 2. of other work after a wait, and of a wait itself: what ended the wait. The item that follows
///    may have been handed over during the wait, a lock may have been let go of ([LockHolders]),
///    the phase before may have ended, or room may have been made in a queue.
///
/// In a trace of another tool an item is only a name, and nothing is known of its locks: there
/// nothing leads to a span but an [arrow][ToldArrow] that the tool has drawn.
///
/// A reason that the trace does not tell, but that fits alone, is called likely
/// ([Cause.Reason#isCertain]); where nothing fits or too much, there is no cause. What somebody
/// does on the same lane is no arrow: the span before is simply the span before.
public final class Causes {

    private Causes() {}

    /// What let a span begin, or a wait end.
    public static Optional<Cause> before(Snapshot trace, Span span) {
        if (trace.info().isForeign()) {
            return ToldArrow.into(trace, span).stream().findFirst().map(ToldArrow::asCause);
        }
        if (!trace.stateOf(span).kind().isWork()) {
            return endOfWait(trace, span);
        }
        Optional<Cause> handedOver = span.hasItem() ? handOverTo(trace, span) : Optional.empty();
        if (handedOver.isPresent() || span.index() == 0) {
            return handedOver;
        }
        Span before = trace.lanes().get(span.lane()).span(span.index() - 1);
        return trace.stateOf(before).kind().isWork() ? Optional.empty() : endOfWait(trace, before);
    }

    /// What the end of a span let go on: the item's next work if that is on another lane, otherwise
    /// the first wait elsewhere that it ended.
    public static Optional<Cause> after(Snapshot trace, Span span) {
        if (trace.info().isForeign()) {
            return ToldArrow.outOf(trace, span).stream().findFirst().map(ToldArrow::asCause);
        }
        Optional<Cause> handedOver = handOverFrom(trace, span);
        if (handedOver.isPresent()) {
            return handedOver;
        }
        @Nullable Cause first = null;
        for (LaneView lane : trace.lanes()) {
            if (lane.number() == span.lane()) {
                continue;
            }
            // A wait that this span ended lasts at its end, or is the next one to end.
            int at = lane.indexAt(Math.max(0, span.endNanos() - 1));
            Span wait = lane.span(at);
            boolean goesOn = wait.endNanos() >= span.endNanos();
            if (goesOn && !trace.stateOf(wait).kind().isWork()) {
                Cause cause = endOfWait(trace, wait).orElse(null);
                if (cause != null
                        && cause.from().equals(span)
                        && (first == null || wait.endNanos() < first.to().endNanos())) {
                    first = cause;
                }
            }
        }
        return Optional.ofNullable(first);
    }

    private static Optional<Cause> endOfWait(Snapshot trace, Span wait) {
        LaneView lane = trace.lanes().get(wait.lane());
        if (wait.index() + 1 >= lane.size()) {
            return Optional.empty(); // nothing went on
        }
        return switch (trace.stateOf(wait).kind()) {
            case LOCK -> LockHolders.before(trace, wait);
            case QUEUE, CHANNEL, IDLE ->
                    arrival(trace, wait, lane.span(wait.index() + 1))
                            .or(() -> phaseEnd(trace, wait))
                            .or(() -> room(trace, wait));
            case WORK, STARTING, IO, LOST -> Optional.empty();
        };
    }

    /// The item that is worked at after the wait was worked at elsewhere while it lasted.
    private static Optional<Cause> arrival(Snapshot trace, Span wait, Span next) {
        if (next.item() == Lane.NO_ITEM || next.item() == wait.item()) {
            return Optional.empty();
        }
        return workBefore(trace, next, wait.startNanos())
                .filter(from -> from.lane() != wait.lane())
                .map(from -> new Cause(from, wait, Cause.Reason.HANDED_OVER));
    }

    /// Where the item of a span was worked at just before, if that was on another lane.
    private static Optional<Cause> handOverTo(Snapshot trace, Span span) {
        return workBefore(trace, span, 0)
                .filter(from -> from.lane() != span.lane())
                .map(from -> new Cause(from, span, Cause.Reason.HANDED_OVER));
    }

    /// Where the item of a span is worked at next, if that is on another lane.
    private static Optional<Cause> handOverFrom(Snapshot trace, Span span) {
        return workAfter(trace, span)
                .filter(to -> to.lane() != span.lane())
                .map(to -> new Cause(span, to, Cause.Reason.HANDED_OVER));
    }

    /// The last work at a span's item that began before it, on any lane, if it did not end before
    /// `sinceNanos`. It may seem to end a moment after the span began: who hands an item over notes
    /// its own next step only then.
    private static Optional<Span> workBefore(Snapshot trace, Span span, long sinceNanos) {
        @Nullable Span latest = null;
        for (LaneView lane : trace.lanes()) {
            boolean own = lane.number() == span.lane();
            int at = own ? span.index() - 1 : lane.indexAt(span.startNanos() - 1);
            while (at >= 0 && lane.endNanos(at) >= sinceNanos && !worksAt(trace, lane, at, span)) {
                at--;
            }
            if (at >= 0
                    && lane.endNanos(at) >= sinceNanos
                    && lane.startNanos(at) <= span.startNanos()
                    && (latest == null || lane.startNanos(at) > latest.startNanos())) {
                latest = lane.span(at);
            }
        }
        return Optional.ofNullable(latest);
    }

    /// The first work at a span's item that begins after it did, on any lane.
    private static Optional<Span> workAfter(Snapshot trace, Span span) {
        if (!span.hasItem()) {
            return Optional.empty();
        }
        @Nullable Span first = null;
        for (LaneView lane : trace.lanes()) {
            boolean own = lane.number() == span.lane();
            int at = own ? span.index() + 1 : StretchSpans.end(lane, span.startNanos() + 1);
            while (at < lane.size() && !worksAt(trace, lane, at, span)) {
                at++;
            }
            if (at < lane.size() && (first == null || lane.startNanos(at) < first.startNanos())) {
                first = lane.span(at);
            }
        }
        return Optional.ofNullable(first);
    }

    private static boolean worksAt(Snapshot trace, LaneView lane, int at, Span span) {
        return lane.item(at) == span.item() && trace.state(lane.state(at)).kind().isWork();
    }

    /// A wait in which a phase began went on because of the last item of the phase before.
    private static Optional<Cause> phaseEnd(Snapshot trace, Span wait) {
        if (trace.info().phases().size() == 1) {
            return Optional.empty();
        }
        for (PhaseTime phase : PhaseTime.of(trace)) {
            long began = phase.startNanos();
            if (began > wait.startNanos() && began <= wait.endNanos() && phase.items() > 0) {
                for (LaneView lane : trace.lanes()) {
                    int at = lane.indexAt(began - 1);
                    if (lane.number() != wait.lane()
                            && lane.endNanos(at) == began
                            && lane.item(at) != Lane.NO_ITEM) {
                        return Optional.of(
                                new Cause(lane.span(at), wait, Cause.Reason.ENDED_THE_PHASE));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Somebody with an item in hand waits for room before its next stage; room was made by the
    /// lane of that stage that was the last to take an item during the wait.
    private static Optional<Cause> room(Snapshot trace, Span wait) {
        if (trace.stateOf(wait).kind() != State.Kind.CHANNEL || wait.index() == 0) {
            return Optional.empty();
        }
        Span inHand = trace.lanes().get(wait.lane()).span(wait.index() - 1);
        Optional<Span> next = workAfter(trace, inHand);
        if (next.isEmpty() || next.get().lane() == wait.lane()) {
            return Optional.empty();
        }
        int stage = next.get().state();
        @Nullable Span taken = null;
        for (LaneView lane : trace.lanes()) {
            int at = lane.indexAt(wait.endNanos());
            boolean began = lane.startNanos(at) > wait.startNanos();
            if (lane.number() != wait.lane()
                    && began
                    && lane.state(at) == stage
                    && at > 0
                    && (taken == null || lane.startNanos(at) > taken.startNanos())) {
                taken = lane.span(at);
            }
        }
        if (taken == null) {
            return Optional.empty();
        }
        Span before = trace.lanes().get(taken.lane()).span(taken.index() - 1);
        Span from = trace.stateOf(before).kind().isWork() ? before : taken;
        return Optional.of(new Cause(from, wait, Cause.Reason.LIKELY_MADE_ROOM));
    }
}

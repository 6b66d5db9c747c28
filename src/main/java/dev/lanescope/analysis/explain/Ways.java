package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.Arrays;
import java.util.List;

/// What had to happen before a stay could begin, as far as a trace tells it: the stay of the same
/// item on another lane before it, or the end of the phase before.
final class Ways {

    static final int NONE = -1;

    private final Snapshot run;
    private final Stays stays;
    private final List<PhaseTime> phases;
    private final int[] before; // by stay: that of its item before it
    private final int[] lastOfPhase; // by phase: the stay with which it ended

    Ways(Snapshot run, Stays stays, List<PhaseTime> phases) {
        this.run = run;
        this.stays = stays;
        this.phases = phases;
        before = before(run, stays);
        lastOfPhase = new int[phases.size()];
        Arrays.fill(lastOfPhase, NONE);
        for (int stay = 0; stay < stays.size(); stay++) {
            int phase = phaseOf(stay);
            boolean isLast = stays.endNanos(stay) == phases.get(phase).endNanos();
            lastOfPhase[phase] = isLast ? stay : lastOfPhase[phase];
        }
    }

    private static int[] before(Snapshot run, Stays stays) {
        int items = run.info().items().size();
        int[] last = new int[items];
        int[] next = new int[stays.size()];
        int[] first = new int[items];
        Arrays.fill(first, NONE);
        Arrays.fill(last, NONE);
        int[] latest = new int[items]; // of the lane being read, which goes on in time
        Arrays.fill(latest, NONE);
        int[] before = new int[stays.size()];
        for (int stay = 0; stay < stays.size(); stay++) { // by start within each item
            int item = stays.item(stay);
            int at = last[item];
            if (at == NONE || stays.startNanos(at) <= stays.startNanos(stay)) {
                before[stay] = at;
                next[stay] = NONE;
                last[item] = stay;
                if (at == NONE) {
                    first[item] = stay;
                } else {
                    next[at] = stay;
                }
            } else {
                int known = latest[item];
                boolean isOfLane = known != NONE && stays.lane(known) == stays.lane(stay);
                int previous = isOfLane ? known : NONE;
                int later = isOfLane ? next[known] : first[item];
                while (stays.startNanos(later) <= stays.startNanos(stay)) {
                    previous = later;
                    later = next[later];
                }
                before[stay] = previous;
                before[later] = stay;
                next[stay] = later;
                if (previous == NONE) {
                    first[item] = stay;
                } else {
                    next[previous] = stay;
                }
            }
            latest[item] = stay;
        }
        return before;
    }

    int phaseOf(int stay) {
        int phase = phases.size() - 1;
        while (phase > 0 && phases.get(phase).phase().firstItem() > stays.item(stay)) {
            phase--;
        }
        return phase;
    }

    /// The stay on another lane that handed the item over; [#NONE] if none did.
    int handedOverBy(int stay) {
        int from = before[stay];
        return from != NONE && stays.lane(from) != stays.lane(stay) ? from : NONE;
    }

    /// The stay whose end let a wait end: it handed over the item that the lane takes up next, or
    /// it was the last of a phase. [#NONE] if the trace does not tell.
    int endedWait(int lane, int span) {
        LaneView view = run.lanes().get(lane);
        long from = view.startNanos(span);
        int next = stays.after(lane, span);
        if (next > stays.begin(lane) && stays.last(next - 1) > span) {
            return NONE; // a wait in the middle of a stay
        }
        if (next < stays.begin(lane + 1) && isQueueUpTo(view, span, stays.first(next))) {
            int giver = handedOverBy(next);
            if (giver != NONE && stays.endNanos(giver) > from) {
                return giver;
            }
        }
        for (int phase = 1; phase < phases.size(); phase++) {
            long barrier = phases.get(phase).startNanos();
            if (barrier > from && barrier <= view.endNanos(span)) {
                return lastOfPhase[phase - 1];
            }
        }
        return NONE;
    }

    /// Whether the lane does nothing but wait from a span to another.
    private boolean isQueueUpTo(LaneView view, int span, int next) {
        for (int at = span; at < next; at++) {
            State.Kind kind = run.state(view.state(at)).kind();
            if (kind != State.Kind.QUEUE
                    && kind != State.Kind.CHANNEL
                    && kind != State.Kind.IO
                    && kind != State.Kind.IDLE) {
                return false;
            }
        }
        return true;
    }
}

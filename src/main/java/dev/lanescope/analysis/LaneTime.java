package dev.lanescope.analysis;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.Arrays;
import java.util.List;

/// The account of a run: how many nanoseconds each lane spent in each state, within a window of
/// time.
///
/// It is kept by adding up spans, never by taking the rest for something, so whether it [#closes]
/// is a real check of the trace: the sum over all states must be lanes x window to the last
/// nanosecond.
public final class LaneTime {

    private final List<State> states;
    private final long fromNanos;
    private final long toNanos;
    private final long[][] nanos;

    private LaneTime(Snapshot snapshot, long fromNanos, long toNanos) {
        this.states = snapshot.info().states();
        this.fromNanos = Math.clamp(fromNanos, 0, snapshot.endNanos());
        this.toNanos = Math.clamp(toNanos, this.fromNanos, snapshot.endNanos());
        this.nanos = new long[snapshot.lanes().size()][states.size()];
        for (LaneView lane : snapshot.lanes()) {
            lane.add(this.fromNanos, this.toNanos, nanos[lane.number()]);
        }
    }

    /// Over the whole run, as far as the snapshot goes.
    public static LaneTime of(Snapshot snapshot) {
        return new LaneTime(snapshot, 0, snapshot.endNanos());
    }

    /// Over the part of the window that lies within the run; spans at its edges count as far as
    /// they lie inside.
    public static LaneTime of(Snapshot snapshot, long fromNanos, long toNanos) {
        return new LaneTime(snapshot, fromNanos, toNanos);
    }

    public int lanes() {
        return nanos.length;
    }

    /// How long the window is.
    public long windowNanos() {
        return toNanos - fromNanos;
    }

    public long nanos(int lane, int state) {
        return nanos[lane][state];
    }

    /// Time in a state on all lanes together.
    public long nanos(int state) {
        return Arrays.stream(nanos).mapToLong(lane -> lane[state]).sum();
    }

    /// Time in all states of a kind on all lanes together.
    public long nanos(State.Kind kind) {
        long sum = 0;
        for (int state = 0; state < states.size(); state++) {
            sum += states.get(state).kind() == kind ? nanos(state) : 0;
        }
        return sum;
    }

    /// Part of the lane time that was spent in a state, 0 to 1; 0 if the window is empty.
    public double share(int state) {
        return ratio(nanos(state), due());
    }

    public double share(State.Kind kind) {
        return ratio(nanos(kind), due());
    }

    /// Part of the window that a lane spent working, 0 to 1.
    public double busyShare(int lane) {
        long work = 0;
        for (int state = 0; state < states.size(); state++) {
            work += states.get(state).kind().isWork() ? nanos[lane][state] : 0;
        }
        return ratio(work, windowNanos());
    }

    /// Part of all lane time that was work, 0 to 1.
    public double busyShare() {
        return share(State.Kind.WORK);
    }

    /// The sum over all states and lanes.
    public long accounted() {
        return Arrays.stream(nanos).flatMapToLong(Arrays::stream).sum();
    }

    /// What there is to account for: lanes x window.
    public long due() {
        return lanes() * windowNanos();
    }

    /// Whether every nanosecond has been accounted for, and on every single lane.
    public boolean closes() {
        return Arrays.stream(nanos).allMatch(lane -> Arrays.stream(lane).sum() == windowNanos());
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}

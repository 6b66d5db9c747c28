package dev.lanescope.chart;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.SpanSums;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Running totals over all lanes: how much time each state had taken up to evenly spaced moments of
/// a run. What lies between two of these moments is the difference of two totals, however many
/// spans it has.
///
/// They grow with the run, behind the last moment of which every lane knows what it was doing. When
/// there are too many moments, every second one goes. A run with other lanes begins anew.
final class StateTotals {

    private static final int MOST_MOMENTS = 1 << 15;
    private static final int MOST_FIGURES = 1 << 19;

    private final int states;
    private final int most;
    private final SpanSums sums = new SpanSums();
    private @Nullable RunInfo run;
    private int lanes;
    private long step = 1;
    private int moments; // after the run's beginning
    private long[] totals;

    StateTotals(int states) {
        this.states = states;
        this.most = Math.min(MOST_MOMENTS, MOST_FIGURES / Math.max(1, states));
        this.totals = new long[states];
    }

    /// Takes in what has happened meanwhile.
    @SuppressWarnings("ReferenceEquality") // the very run, without comparing thousands of names
    void follow(Snapshot snapshot) {
        if (run != snapshot.info() || lanes != snapshot.lanes().size()) {
            run = snapshot.info();
            lanes = snapshot.lanes().size();
            step = 1;
            moments = 0;
        }
        long known = known(snapshot);
        while (known / step > most) {
            thin();
        }
        extend(snapshot, (int) (known / step));
    }

    /// What lies before it will not change any more.
    private static long known(Snapshot snapshot) {
        if (snapshot.finished()) {
            return snapshot.endNanos();
        }
        return snapshot.lanes().stream()
                .mapToLong(lane -> lane.size() == 0 ? 0 : lane.startNanos(lane.size() - 1))
                .min()
                .orElse(0);
    }

    private void thin() {
        step *= 2;
        moments /= 2;
        for (int moment = 1; moment <= moments; moment++) {
            System.arraycopy(totals, 2 * moment * states, totals, moment * states, states);
        }
    }

    private void extend(Snapshot snapshot, int wanted) {
        int more = wanted - moments;
        if (more <= 0) {
            return;
        }
        if (totals.length < (wanted + 1) * states) {
            totals = Arrays.copyOf(totals, Math.min(2 * wanted + 1, most + 1) * states);
        }
        long[] starts = new long[more + 1];
        Arrays.setAll(starts, i -> (moments + i) * step);
        long[] between = new long[more * states];
        int[] last = new int[more];
        for (LaneView lane : snapshot.lanes()) {
            lane.deal(starts, 0, more, 0, between, states, last, sums);
        }
        int at = (moments + 1) * states;
        for (int i = 0; i < between.length; i++, at++) {
            totals[at] = totals[at - states] + between[i];
        }
        moments = wanted;
    }

    /// How far apart the moments are.
    long stepNanos() {
        return step;
    }

    /// The last moment.
    long untilNanos() {
        return moments * step;
    }

    /// The moment nearest to a time between the first one and the last.
    long nearest(long nanos) {
        return (nanos + step / 2) / step * step;
    }

    /// Adds the time of each state between two of the moments.
    ///
    /// @param nanos by state, from the place `at` on
    void add(long fromMoment, long toMoment, long[] nanos, int at) {
        int from = (int) (fromMoment / step) * states;
        int to = (int) (toMoment / step) * states;
        for (int state = 0; state < states; state++) {
            nanos[at + state] += totals[to + state] - totals[from + state];
        }
    }
}

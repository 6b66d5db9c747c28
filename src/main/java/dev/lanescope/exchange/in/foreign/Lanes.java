package dev.lanescope.exchange.in.foreign;

import dev.lanescope.trace.Allowance;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneOrigin;
import dev.lanescope.trace.Refusal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The lanes in their order, after what overlaps was given lanes of its own, and how much time each
/// name took.
final class Lanes {

    /// How many lanes what overlaps on one thread may spill to.
    private static final int MOST_SPILLS = 64;

    /// What a slice between outermost and innermost takes in the trace.
    private static final long NESTED_BYTES = 96;

    private final List<Track> tracks = new ArrayList<>();
    private final long[] selfNanos;
    private final boolean[] toldByItem;
    private final Names names;
    private final Moments moments;
    private final Allowance allowance;

    Lanes(List<Track> all, Names names, Moments moments, Allowance allowance, Troubles troubles)
            throws Refusal {
        this.names = names;
        this.moments = moments;
        this.allowance = allowance;
        this.selfNanos = new long[names.size()];
        this.toldByItem = new boolean[names.size()];
        all.sort(Comparator.comparingDouble(Track::groupRank).thenComparingDouble(Track::rank));
        for (Track track : all) {
            settle(track, troubles);
        }
    }

    /// Gives a thread its lane, and lanes beside it to what is spilled.
    private void settle(Track track, Troubles troubles) throws Refusal {
        Track now = track;
        for (int spills = 0; ; spills++) {
            Slices spilled = new Slices(allowance);
            Slices kept = now.slices();
            measure(kept, spilled);
            tracks.add(now);
            if (tracks.size() > ForeignTrace.MOST_LANES) {
                throw new Refusal(
                        "needs more than " + ForeignTrace.MOST_LANES + " lanes: too much overlaps");
            }
            if (spilled.size() == 0) {
                return;
            }
            if (spills == MOST_SPILLS) {
                troubles.remark(
                        "On "
                                + track.title()
                                + " too much overlaps: "
                                + spilled.size()
                                + " slices were left out.");
                return;
            }
            if (spills == 0) {
                troubles.add(
                        "thread has slices that begin inside another and end after it;"
                                + " they stand on lanes of their own, marked \"overlap\"",
                        track.title());
            }
            now =
                    track.beside(
                            " (overlap" + (spills == 0 ? ")" : " " + (spills + 1) + ")"), spilled);
        }
    }

    private void measure(Slices slices, Slices spilled) throws Refusal {
        var tally = new Tally(moments.nanos());
        new Sweep(moments.first(), moments.rounding(), names, tally).over(slices, spilled);
        tally.from(tally.end, Sweep.NOTHING, Sweep.NOTHING);
        allowance.spend(Lane.bytes(1 + tally.transitions));
    }

    private final class Tally implements Sweep.Lane {
        private final long end;
        private long since;
        private int inner = Sweep.NOTHING;
        private long transitions;

        Tally(long end) {
            this.end = end;
        }

        @Override
        public void from(long nanos, int innermost, int outer) {
            if (inner != Sweep.NOTHING) {
                selfNanos[inner] += Math.max(0, Math.min(nanos, end) - since);
            }
            if (outer != Sweep.NOTHING) {
                toldByItem[outer] = true;
            }
            since = nanos;
            inner = innermost;
            transitions++;
        }

        @Override
        public void between(int depth, long start, long stop, int name) throws Refusal {
            toldByItem[name] = true;
            allowance.spend(NESTED_BYTES);
        }

        @Override
        public void outline(int depth, long start, long stop, int name) throws Refusal {
            between(depth, start, stop, name);
        }
    }

    List<Track> tracks() {
        return tracks;
    }

    /// What the file calls the threads of the lanes, as far as it does.
    List<LaneOrigin> origins() {
        var origins = new ArrayList<LaneOrigin>();
        for (int number = 0; number < tracks.size(); number++) {
            tracks.get(number).origin(number).ifPresent(origins::add);
        }
        return origins;
    }

    /// The number of a track's lane; of one that was spilled, that of the first.
    Map<Track, Integer> numbers() {
        var numbers = new HashMap<Track, Integer>();
        for (int number = 0; number < tracks.size(); number++) {
            numbers.put(tracks.get(number), number);
        }
        return numbers;
    }

    StateTable states() {
        return new StateTable(names, selfNanos, toldByItem);
    }
}

package dev.lanescope.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The slices of a trace that are neither outermost nor innermost, by lane and depth, and the
/// outlines of those others of which its lanes have pieces only. Traces of our own have none.
///
/// An outline is an outermost slice with others inside, or one that its lane cannot tell from what
/// lies around it: it has the same name, or only slices of no length inside. So every slice that is
/// neither here nor an outline is one span of its lane.
///
/// On one lane and at one depth no two overlap, so a moment is looked up in a few steps, and how
/// much of a stretch is covered is the difference of two sums.
public final class Nesting {

    /// A trace without any.
    public static final Nesting NONE = new Nesting(List.of(), List.of());

    /// The slices of one lane at one depth, by start.
    private record Level(int depth, List<NestedSlice> slices, Sums sums) {}

    /// How long the slices before each one are together.
    private static final class Sums {
        private final long[] before;

        Sums(List<NestedSlice> slices) {
            before = new long[slices.size() + 1];
            for (int i = 0; i < slices.size(); i++) {
                before[i + 1] = before[i] + slices.get(i).nanos();
            }
        }
    }

    private final List<NestedSlice> all;
    private final List<NestedSlice> outlines;
    private final List<List<Level>> lanes = new ArrayList<>();
    private final int depth;

    /// Puts slices into their order.
    ///
    /// @param slices in any order; of two that overlap on one lane at one depth the later is
    ///   dropped
    public static Nesting of(List<NestedSlice> slices) {
        return of(slices, List.of());
    }

    /// The same with outlines, for which the same holds.
    public static Nesting of(List<NestedSlice> slices, List<NestedSlice> outlines) {
        return slices.isEmpty() && outlines.isEmpty()
                ? NONE
                : new Nesting(tidy(slices), tidy(outlines));
    }

    private static List<NestedSlice> tidy(List<NestedSlice> slices) {
        var sorted = new ArrayList<>(slices);
        sorted.sort(
                Comparator.comparingInt(NestedSlice::lane)
                        .thenComparingInt(NestedSlice::depth)
                        .thenComparingLong(NestedSlice::startNanos));
        var kept = new ArrayList<NestedSlice>(sorted.size());
        for (NestedSlice slice : sorted) {
            NestedSlice last = kept.isEmpty() ? slice : kept.getLast();
            boolean sameRow = last.lane() == slice.lane() && last.depth() == slice.depth();
            if (kept.isEmpty() || !sameRow || last.endNanos() <= slice.startNanos()) {
                kept.add(slice);
            }
        }
        return List.copyOf(kept);
    }

    private Nesting(List<NestedSlice> sorted, List<NestedSlice> sortedOutlines) {
        all = sorted;
        outlines = sortedOutlines;
        int deepest = 0;
        int from = 0;
        for (int to = 1; to <= sorted.size(); to++) {
            NestedSlice first = sorted.get(from);
            if (to == sorted.size()
                    || sorted.get(to).lane() != first.lane()
                    || sorted.get(to).depth() != first.depth()) {
                while (lanes.size() <= first.lane()) {
                    lanes.add(new ArrayList<>(0));
                }
                List<NestedSlice> row = sorted.subList(from, to);
                lanes.get(first.lane()).add(new Level(first.depth(), row, new Sums(row)));
                deepest = Math.max(deepest, first.depth());
                from = to;
            }
        }
        depth = deepest;
    }

    /// All of them, by lane, then depth, then start.
    public List<NestedSlice> slices() {
        return all;
    }

    /// The outlines, by lane, then depth, then start.
    public List<NestedSlice> outlines() {
        return outlines;
    }

    /// All that is told of a lane, outlines too, by start, the outer ones first.
    public List<NestedSlice> ofLane(int lane) {
        var told = new ArrayList<NestedSlice>();
        levels(lane).forEach(level -> told.addAll(level.slices()));
        told.addAll(outlinesOf(lane));
        told.sort(
                Comparator.comparingLong(NestedSlice::startNanos)
                        .thenComparingInt(NestedSlice::depth));
        return told;
    }

    /// The outlines of a lane, by depth, then start.
    public List<NestedSlice> outlinesOf(int lane) {
        return outlines.subList(firstOutline(lane), firstOutline(lane + 1));
    }

    private int firstOutline(int lane) {
        int low = 0;
        int high = outlines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (outlines.get(middle).lane() < lane) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Whether nothing lies between outermost and innermost.
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// How deep the deepest one lies; 0 if there is none.
    public int depth() {
        return depth;
    }

    /// What lies around a moment of a lane, the outer ones first.
    public List<NestedSlice> around(int lane, long nanos) {
        List<NestedSlice> found = new ArrayList<>();
        for (Level level : levels(lane)) {
            int at = firstEndingAfter(level, nanos);
            if (at < level.slices().size() && level.slices().get(at).startNanos() <= nanos) {
                found.add(level.slices().get(at));
            }
        }
        return found;
    }

    /// The slices of a lane at a depth, by start.
    public List<NestedSlice> at(int lane, int wantedDepth) {
        for (Level level : levels(lane)) {
            if (level.depth() == wantedDepth) {
                return level.slices();
            }
        }
        return List.of();
    }

    /// The index in [#at] of the first slice that ends after a moment.
    public int firstEndingAfter(int lane, int wantedDepth, long nanos) {
        for (Level level : levels(lane)) {
            if (level.depth() == wantedDepth) {
                return firstEndingAfter(level, nanos);
            }
        }
        return 0;
    }

    /// The index in [#at] of the first slice that starts at a moment or later.
    public int firstStartingAt(int lane, int wantedDepth, long nanos) {
        List<NestedSlice> slices = at(lane, wantedDepth);
        int low = 0;
        int high = slices.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (slices.get(middle).startNanos() < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// How much of a stretch of a lane has a slice at a depth.
    public long nanosWithin(int lane, int wantedDepth, long from, long to) {
        for (Level level : levels(lane)) {
            if (level.depth() == wantedDepth) {
                return Math.max(0, nanosBefore(level, to) - nanosBefore(level, from));
            }
        }
        return 0;
    }

    private static long nanosBefore(Level level, long moment) {
        int at = firstEndingAfter(level, moment);
        long inside =
                at == level.slices().size()
                        ? 0
                        : Math.max(0, moment - level.slices().get(at).startNanos());
        return level.sums().before[at] + inside;
    }

    private static int firstEndingAfter(Level level, long nanos) {
        int low = 0;
        int high = level.slices().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (level.slices().get(middle).endNanos() <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<Level> levels(int lane) {
        return lane < lanes.size() ? lanes.get(lane) : List.of();
    }
}

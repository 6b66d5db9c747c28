package dev.lanescope.analysis;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The places in a trace whose names contain some words, in the order of time. A page counts once
/// for each of its visits to a lane, at the visit's first span; a stage or a state counts for every
/// span.
public final class Matches {

    /// A place that was found.
    ///
    /// @param lane number of the lane
    /// @param span index of a span on it
    public record Match(int lane, int span, long startNanos) {}

    /// More are not looked for, evenly on all lanes: nobody steps through them.
    public static final int MOST = 200_000;

    private static final Comparator<Match> IN_TIME =
            Comparator.comparingLong(Match::startNanos)
                    .thenComparingInt(Match::lane)
                    .thenComparingInt(Match::span);

    /// Nothing was looked for, or nothing found.
    public static final Matches NONE = new Matches(List.of());

    private final List<Match> inTime;

    private Matches(List<Match> inTime) {
        this.inTime = inTime;
    }

    /// Looks for words in the names of pages and states, in lower case or not.
    public static Matches of(Snapshot trace, String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        if (wanted.isBlank()) {
            return NONE;
        }
        BitSet states = new BitSet();
        for (int code = 0; code < trace.info().states().size(); code++) {
            states.set(code, contains(trace.state(code).name(), wanted));
        }
        BitSet items = new BitSet();
        List<String> names = trace.info().items();
        for (int item = 0; item < names.size(); item++) {
            items.set(item, contains(names.get(item), wanted));
        }
        return states.isEmpty() && items.isEmpty() ? NONE : of(trace, states, items);
    }

    /// The visits of one item.
    public static Matches of(Snapshot trace, int item) {
        BitSet items = new BitSet();
        items.set(item);
        return of(trace, new BitSet(), items);
    }

    private static Matches of(Snapshot trace, BitSet states, BitSet items) {
        List<Match> found = new ArrayList<>();
        int most = Math.max(1, MOST / trace.lanes().size());
        for (LaneView lane : trace.lanes()) {
            int before = Lane.NO_ITEM;
            int end = found.size() + most;
            for (int span = 0; span < lane.size() && found.size() < end; span++) {
                int item = lane.item(span);
                boolean arrives = item != Lane.NO_ITEM && item != before && items.get(item);
                if (arrives || states.get(lane.state(span))) {
                    found.add(new Match(lane.number(), span, lane.startNanos(span)));
                }
                before = item;
            }
        }
        found.sort(IN_TIME);
        return new Matches(List.copyOf(found));
    }

    private static boolean contains(String name, String wanted) {
        return name.toLowerCase(Locale.ROOT).contains(wanted);
    }

    public int size() {
        return inTime.size();
    }

    public Match get(int index) {
        return inTime.get(index);
    }

    /// All of them, by start.
    public List<Match> all() {
        return inTime;
    }

    /// Index of the first one at or after a moment; the first of all if there is none.
    public int firstFrom(long nanos) {
        int low = 0;
        int high = inTime.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (inTime.get(middle).startNanos() < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == inTime.size() ? 0 : low;
    }

    /// Index of a place, if it is one of them.
    public Optional<Integer> indexOf(int lane, int span, long startNanos) {
        for (int index = inTime.isEmpty() ? 0 : firstFrom(startNanos);
                index < inTime.size() && inTime.get(index).startNanos() == startNanos;
                index++) {
            Match match = inTime.get(index);
            if (match.lane() == lane && match.span() == span) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }
}

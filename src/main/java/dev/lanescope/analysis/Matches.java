package dev.lanescope.analysis;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The places in a trace whose names contain some words: all of them, however many they are. A page
/// counts once for each of its visits to a lane, a stage or a state for every span. Of another
/// tool's trace each slice counts once, however deep it lies and into however many pieces others
/// divide it.
///
/// They have an order: by start, then by lane, the outer ones first. No list is kept in that order;
/// every lane has its own, so a step from one place to the next asks each lane once.
public final class Matches {

    /// A place that was found.
    ///
    /// @param lane number of the lane
    /// @param span index of a span on it; of a page or a slice that others lie in the first
    /// @param isPage whether a page's whole visit is meant
    /// @param slice the slice that is meant, if others lie in it and it in one itself
    public record Match(
            int lane, int span, long startNanos, boolean isPage, Optional<NestedSlice> slice) {

        private static final int INNERMOST = Integer.MAX_VALUE;

        /// A span.
        public Match(int lane, int span, long startNanos) {
            this(lane, span, startNanos, false, Optional.empty());
        }

        /// The visit of a page that begins with a span.
        public static Match page(int lane, int span, long startNanos) {
            return new Match(lane, span, startNanos, true, Optional.empty());
        }

        /// A slice that begins while a span lasts.
        public static Match slice(NestedSlice slice, int span) {
            return new Match(slice.lane(), span, slice.startNanos(), false, Optional.of(slice));
        }

        int depth() {
            return isPage ? 0 : slice.map(NestedSlice::depth).orElse(INNERMOST);
        }

        /// Before all places that begin at a moment.
        static Match justBefore(long nanos) {
            return new Match(-1, -1, nanos);
        }
    }

    /// Into how many slots the time of all lanes together is divided, about, and that of one at
    /// least and at most.
    private static final int SLOTS = 1 << 23;

    private static final int LEAST_SLOTS = 1 << 8;
    private static final int MOST_SLOTS = 1 << 16;

    static final Comparator<Match> IN_TIME =
            Comparator.comparingLong(Match::startNanos)
                    .thenComparingInt(Match::lane)
                    .thenComparingInt(Match::span)
                    .thenComparingInt(Match::depth);

    /// Nothing was looked for, or nothing found.
    public static final Matches NONE = new Matches(List.of(), new TimeSlots(0, 1));

    private final List<MatchedLane> lanes;
    private final TimeSlots starts;
    private final int size;

    private Matches(List<MatchedLane> lanes, TimeSlots starts) {
        this.lanes = lanes;
        this.starts = starts;
        this.size = lanes.stream().mapToInt(MatchedLane::size).sum();
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
        int slots = Math.clamp(SLOTS / trace.lanes().size(), LEAST_SLOTS, MOST_SLOTS);
        List<MatchedLane> lanes = new ArrayList<>(trace.lanes().size());
        var starts = new TimeSlots(trace.endNanos(), MOST_SLOTS);
        for (LaneView lane : trace.lanes()) {
            var matched = new MatchedLane(trace, lane, states, items, slots);
            for (int place = 0; place < matched.size(); place++) {
                long start = matched.startNanos(place);
                starts.take(start, start);
            }
            lanes.add(matched);
        }
        return new Matches(List.copyOf(lanes), starts);
    }

    private static boolean contains(String name, String wanted) {
        return name.toLowerCase(Locale.ROOT).contains(wanted);
    }

    public int size() {
        return size;
    }

    /// What was found on a lane, if anything was.
    ///
    /// @param lane its number
    public Optional<MatchedLane> on(int lane) {
        return lane < lanes.size() && lanes.get(lane).size() > 0
                ? Optional.of(lanes.get(lane))
                : Optional.empty();
    }

    /// When there is a place that begins, on whichever lane.
    public TimeSlots starts() {
        return starts;
    }

    /// The first place at or after a moment; the first of all if there is none. Not to be asked
    /// where nothing was found.
    public Match firstFrom(long nanos) {
        return after(Match.justBefore(nanos));
    }

    /// The last place before a moment; the last of all if there is none.
    public Match lastBefore(long nanos) {
        return before(Match.justBefore(nanos));
    }

    /// The place after another, and after the last the first.
    public Match after(Match here) {
        return first(here).or(() -> first(Match.justBefore(0))).orElseThrow();
    }

    /// The place before another, and before the first the last.
    public Match before(Match here) {
        return last(here).or(() -> last(Match.justBefore(Long.MAX_VALUE))).orElseThrow();
    }

    private Optional<Match> first(Match after) {
        return lanes.stream()
                .filter(lane -> lane.countUpTo(after) < lane.size())
                .map(lane -> lane.match(lane.countUpTo(after)))
                .min(IN_TIME);
    }

    private Optional<Match> last(Match before) {
        return lanes.stream()
                .filter(lane -> lane.countBefore(before) > 0)
                .map(lane -> lane.match(lane.countBefore(before) - 1))
                .max(IN_TIME);
    }

    /// How many places come before another, if that is one of them.
    public Optional<Integer> indexOf(Match place) {
        return on(place.lane())
                .filter(lane -> lane.countUpTo(place) > lane.countBefore(place))
                .map(_ -> lanes.stream().mapToInt(each -> each.countBefore(place)).sum());
    }
}

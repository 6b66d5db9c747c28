package dev.lanescope.trace;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// The running sums over [#SPANS] spans of a lane: what had come together before each chunk of
/// [#CHUNK] spans. The sum over any chunks is what stands after them less what stands before them.
///
/// Within the page only the states that occur in it have a place. Never changes.
final class SumPage {

    static final int CHUNK_BITS = 4;
    static final int CHUNK = 1 << CHUNK_BITS;
    static final int CHUNKS = 64;
    static final int SPANS = CHUNK * CHUNKS;

    private final byte[] states;
    private final long[] before;
    private final long[] nanos;
    private final long[] itemNanos = new long[CHUNKS + 1];
    private final int[] itemChanges = new int[CHUNKS + 1];
    private final byte[] longest = new byte[CHUNKS];
    private final int longestOfAll;

    /// @param first index of its first span; all spans up to `first + SPANS` must have ended
    /// @param previous the page before it, if there is one
    SumPage(Lane lane, int first, @Nullable SumPage previous) {
        states = statesIn(lane, first);
        before = previous == null ? new long[0] : previous.atEnd();
        itemNanos[0] = previous == null ? 0 : previous.itemNanos[CHUNKS];
        itemChanges[0] = previous == null ? 0 : previous.itemChanges[CHUNKS];
        nanos = new long[(CHUNKS + 1) * states.length];
        var sums = new SpanSums();
        long[] running = new long[RunInfo.MOST_STATES + 1];
        int best = first;
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            int from = first + (chunk << CHUNK_BITS);
            sums.begin(running, 0);
            sums.visit(lane, from, from + CHUNK);
            itemNanos[chunk + 1] = itemNanos[chunk] + sums.itemNanos();
            itemChanges[chunk + 1] = itemChanges[chunk] + sums.itemChanges();
            for (int place = 0; place < states.length; place++) {
                nanos[(chunk + 1) * states.length + place] = running[states[place]];
            }
            int own = longest(lane, from, from + CHUNK);
            longest[chunk] = (byte) (own - from);
            best = length(lane, own) > length(lane, best) ? own : best;
        }
        longestOfAll = best;
    }

    private static byte[] statesIn(Lane lane, int first) {
        boolean[] occurs = new boolean[RunInfo.MOST_STATES + 1];
        int count = 0;
        for (int span = first; span < first + SPANS; span++) {
            int state = lane.state(span);
            count += occurs[state] ? 0 : 1;
            occurs[state] = true;
        }
        byte[] codes = new byte[count];
        for (int code = 0, place = 0; place < count; code++) {
            if (occurs[code]) {
                codes[place++] = (byte) code;
            }
        }
        return codes;
    }

    /// Time of each state by its code when the page is over.
    private long[] atEnd() {
        int highest = states[states.length - 1];
        long[] sums = Arrays.copyOf(before, Math.max(before.length, highest + 1));
        for (int place = 0; place < states.length; place++) {
            sums[states[place]] += nanos[CHUNKS * states.length + place];
        }
        return sums;
    }

    static int longest(Lane lane, int first, int end) {
        int best = first;
        for (int span = first + 1; span < end; span++) {
            best = length(lane, span) > length(lane, best) ? span : best;
        }
        return best;
    }

    static long length(Lane lane, int span) {
        return lane.startNanos(span + 1) - lane.startNanos(span);
    }

    /// Adds what lies between the beginning of a chunk of a page and that of this one.
    void addSince(SumPage page, int chunk, int upTo, SpanSums sums) {
        if (page != this) {
            for (int code = 0; code < before.length; code++) {
                long had = code < page.before.length ? page.before[code] : 0;
                sums.nanos[sums.offset + code] += before[code] - had;
            }
        }
        addWithin(upTo, 1, sums);
        page.addWithin(chunk, -1, sums);
        sums.itemNanos += itemNanos[upTo] - page.itemNanos[chunk];
        sums.itemChanges += itemChanges[upTo] - page.itemChanges[chunk];
    }

    private void addWithin(int chunk, int sign, SpanSums sums) {
        int row = chunk * states.length;
        for (int place = 0; place < states.length; place++) {
            sums.nanos[sums.offset + states[place]] += sign * nanos[row + place];
        }
    }

    /// The longest span of a chunk, counted from the chunk's first.
    int longest(int chunk) {
        return longest[chunk];
    }

    /// The longest span of all, by its index on the lane.
    int longest() {
        return longestOfAll;
    }
}

package dev.lanescope.trace;

import java.util.Arrays;

/// The sums over the spans of a lane, so that whoever asks for a stretch of it, however long, need
/// visit a few dozen spans only.
///
/// It grows behind the lane: readers add a [SumPage] for every [SumPage#SPANS] spans that have
/// ended, the first one who needs it; the writer knows nothing of it. What lies beyond the last
/// page is visited span by span. A page costs about 7 bytes a span with a dozen states.
final class LaneIndex {

    private static final int PAGE_BITS = 10;

    private final Lane lane;
    private SumPage[] pages = {};
    private volatile int count; // of pages; written after them

    LaneIndex(Lane lane) {
        this.lane = lane;
    }

    /// How many of the first `size` transitions begin spans that are summed up.
    private int summed(int size) {
        int whole = (size - 1) >> PAGE_BITS;
        if (whole > count) {
            grow(whole);
        }
        return whole << PAGE_BITS;
    }

    private synchronized void grow(int wanted) {
        for (int number = count; number < wanted; number++) {
            if (number == pages.length) {
                pages = Arrays.copyOf(pages, Math.max(4, 2 * number));
            }
            SumPage previous = number == 0 ? null : pages[number - 1];
            pages[number] = new SumPage(lane, number << PAGE_BITS, previous);
            count = number + 1;
        }
    }

    /// Adds whole spans.
    ///
    /// @param end the span after the last one; it must have begun
    /// @param size how many transitions may be looked at
    void add(int first, int end, int size, SpanSums sums) {
        int head = (first + SumPage.CHUNK - 1) & -SumPage.CHUNK;
        int tail = Math.min(end & -SumPage.CHUNK, summed(size));
        if (head >= tail) {
            sums.visit(lane, first, end);
            return;
        }
        sums.visit(lane, first, head);
        SumPage last = pages[(tail - 1) >> PAGE_BITS];
        last.addSince(pages[head >> PAGE_BITS], chunk(head), chunk(tail - 1) + 1, sums);
        sums.visit(lane, tail, end);
    }

    private static int chunk(int span) {
        return (span >> SumPage.CHUNK_BITS) & (SumPage.CHUNKS - 1);
    }

    /// The longest of some whole spans, the first of them if several are.
    ///
    /// @param end the span after the last one; it must have begun
    int longest(int first, int end, int size) {
        int summed = summed(size);
        int best = first;
        int span = first;
        while (span < end) {
            int next;
            int candidate;
            if (isEdge(span, SumPage.SPANS) && span + SumPage.SPANS <= Math.min(end, summed)) {
                next = span + SumPage.SPANS;
                candidate = pages[span >> PAGE_BITS].longest();
            } else if (isEdge(span, SumPage.CHUNK)
                    && span + SumPage.CHUNK <= Math.min(end, summed)) {
                next = span + SumPage.CHUNK;
                candidate = span + pages[span >> PAGE_BITS].longest(chunk(span));
            } else {
                next = span + 1;
                candidate = span;
            }
            best = SumPage.length(lane, candidate) > SumPage.length(lane, best) ? candidate : best;
            span = next;
        }
        return best;
    }

    private static boolean isEdge(int span, int size) {
        return (span & (size - 1)) == 0;
    }
}

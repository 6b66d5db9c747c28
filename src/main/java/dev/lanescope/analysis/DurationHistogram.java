package dev.lanescope.analysis;

import java.util.Arrays;

/// Durations counted in bins of equal width on a logarithmic scale, ten to a factor of ten.
///
/// The edges are the same for all histograms: 10^(k/10) ns, rounded up to whole nanoseconds, with
/// bins that become empty by that left out, and one bin below 1 ns. So histograms of different runs
/// and windows can be laid over each other. A histogram begins with the first bin and ends with the
/// last bin that holds something.
public final class DurationHistogram {

    private static final int PER_DECADE = 10;
    private static final int DECADES = 18;
    private static final long[] EDGES = edges();

    private final int first;
    private final long[] counts;

    private DurationHistogram(int first, long[] counts) {
        this.first = first;
        this.counts = counts;
    }

    private static long[] edges() {
        long[] edges = new long[1 + PER_DECADE * DECADES];
        int at = 1;
        long decade = 1;
        for (int d = 0; d < DECADES; d++) {
            for (int k = 0; k < PER_DECADE; k++) {
                edges[at++] = (long) Math.ceil(decade * Math.pow(10, (double) k / PER_DECADE));
            }
            decade *= 10;
        }
        return Arrays.stream(edges).distinct().toArray();
    }

    /// Of some durations.
    ///
    /// @param sorted in ascending order, none negative
    public static DurationHistogram of(long[] sorted) {
        if (sorted.length == 0) {
            return new DurationHistogram(0, new long[0]);
        }
        int first = bin(sorted[0]);
        long[] counts = new long[bin(sorted[sorted.length - 1]) - first + 1];
        for (long nanos : sorted) {
            counts[bin(nanos) - first]++;
        }
        return new DurationHistogram(first, counts);
    }

    private static int bin(long nanos) {
        int at = Arrays.binarySearch(EDGES, nanos);
        return at >= 0 ? at : -at - 2;
    }

    /// How many bins there are; 0 if nothing was counted.
    public int bins() {
        return counts.length;
    }

    public long count(int bin) {
        return counts[bin];
    }

    /// The shortest duration that belongs to a bin.
    public long fromNanos(int bin) {
        return EDGES[first + bin];
    }

    /// The duration at which the next bin begins.
    public long toNanos(int bin) {
        int next = first + bin + 1;
        return next < EDGES.length ? EDGES[next] : Long.MAX_VALUE;
    }

    /// The bin a duration belongs to; -1 if it lies outside of what was counted.
    public int binOf(long nanos) {
        int bin = nanos < 0 ? -1 : bin(nanos) - first;
        return bin < counts.length ? Math.max(bin, -1) : -1;
    }

    public long mostInABin() {
        return Arrays.stream(counts).max().orElse(0);
    }
}

package dev.lanescope.analysis;

/// Items finished over time: buckets of one width that cover the run from 0 to its end. The last
/// bucket is usually cut off by the end.
public final class Throughput {

    private static final double NANOS_PER_SECOND = 1e9;

    private final long widthNanos;
    private final long endNanos;
    private final int[] counts;

    private Throughput(long widthNanos, long endNanos, int[] counts) {
        this.widthNanos = widthNanos;
        this.endNanos = endNanos;
        this.counts = counts;
    }

    /// A width that makes about `buckets` buckets and never more: 1, 2 or 5 times a power of ten.
    public static long niceWidth(long endNanos, int buckets) {
        return NiceStep.atLeast((double) endNanos / buckets);
    }

    /// @param moments when items were finished, in any order; what lies at the very end counts into
    ///   the last bucket
    static Throughput of(long[] moments, long endNanos, long widthNanos) {
        if (widthNanos < 1) {
            throw new IllegalArgumentException("buckets of " + widthNanos + " ns");
        }
        int[] counts = new int[Math.toIntExact(Math.max(1, Math.ceilDiv(endNanos, widthNanos)))];
        for (long moment : moments) {
            counts[(int) Math.min(moment / widthNanos, counts.length - 1)]++;
        }
        return new Throughput(widthNanos, endNanos, counts);
    }

    public int buckets() {
        return counts.length;
    }

    public long widthNanos() {
        return widthNanos;
    }

    public long startNanos(int bucket) {
        return bucket * widthNanos;
    }

    /// Where a bucket ends: the start of the next one or the end of the run.
    public long endNanos(int bucket) {
        return Math.min(startNanos(bucket) + widthNanos, endNanos);
    }

    /// Whether the bucket has its full width. One that has not gives a jumpy rate.
    public boolean isWhole(int bucket) {
        return startNanos(bucket) + widthNanos <= endNanos;
    }

    public int count(int bucket) {
        return counts[bucket];
    }

    /// Items a second within the bucket, over the part of it that lies within the run.
    public double rate(int bucket) {
        long nanos = endNanos(bucket) - startNanos(bucket);
        return nanos == 0 ? 0 : counts[bucket] * NANOS_PER_SECOND / nanos;
    }
}

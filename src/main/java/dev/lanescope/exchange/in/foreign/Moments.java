package dev.lanescope.exchange.in.foreign;

/// The stretch of time that a file speaks of, on the clock of the tool that wrote it.
final class Moments {

    /// Moments lie so far from zero at most, so that the distance of two can always be told: 73
    /// years.
    static final long FARTHEST = Long.MAX_VALUE / 4;

    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long lastInstant = Long.MIN_VALUE;
    private long rounding;

    void roundedTo(long nanos) {
        rounding = nanos;
    }

    /// How far a moment may be off, since the file does not tell it better.
    long rounding() {
        return rounding;
    }

    void include(long start, long end) {
        first = Math.min(first, start);
        last = Math.max(last, end);
    }

    /// The same for a slice, which may have no length.
    void includeSlice(long start, long end) {
        include(start, end);
        if (start == end) {
            lastInstant = Math.max(lastInstant, start);
        }
    }

    boolean isEmpty() {
        return first > last;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    /// How long it is; what has no length must not lie at its very end, where it would be in no
    /// span.
    long nanos() {
        return Math.max(last, lastInstant + 1) - first;
    }
}

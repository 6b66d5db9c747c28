package dev.lanescope.recording.jvm;

import java.time.Instant;

/// Turns Flight Recorder's times into nanoseconds since a run's first submit, by the latest
/// [ClockMark] heard of.
///
/// **The bound.** Flight Recorder stamps events by a counter and turns the counter into wall time
/// with one factor and one offset a chunk of its file. Both clocks run evenly, so between two marks
/// an event is off by at most the half width of the marks plus what the offset moved from one mark
/// to the next. The largest such sum seen is [#errorNanos]; on Linux with a steady counter it is
/// well below 50 µs. Of marks that are worse than that nothing is hidden: the bound grows.
final class RunTime {

    private static final long UNKNOWN = Long.MIN_VALUE;

    private long originNanos = UNKNOWN;
    private long offset = UNKNOWN;
    private long markedAt = UNKNOWN;
    private long errorNanos;

    /// The run begins here, by its own clock.
    void begins(long atNanos) {
        originNanos = atNanos;
    }

    /// A mark was heard of.
    ///
    /// @param stamped by Flight Recorder
    /// @param nanos what the run's clock read then
    /// @param mayBeOffBy half of what lay between two readings
    void mark(Instant stamped, long nanos, long mayBeOffBy) {
        long now = nanos - nanosOf(stamped);
        boolean counts = originNanos != UNKNOWN && nanos >= originNanos;
        if (counts && offset != UNKNOWN) {
            errorNanos = Math.max(errorNanos, mayBeOffBy + Math.abs(now - offset));
        }
        offset = now;
        markedAt = nanos;
    }

    /// Whether times can be turned.
    boolean isSet() {
        return offset != UNKNOWN && originNanos != UNKNOWN;
    }

    /// Nanoseconds since the first submit; before it they are negative.
    long of(Instant stamped) {
        return nanosOf(stamped) + offset - originNanos;
    }

    /// When the run began, as Flight Recorder stamps it. Only where times can be turned.
    Instant origin() {
        long nanos = originNanos - offset;
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    /// Up to where everything has been heard of: the last mark, as nanoseconds since the first
    /// submit.
    long heardUpTo() {
        return isSet() ? Math.max(0, markedAt - originNanos) : 0;
    }

    /// By how much a time may be wrong.
    long errorNanos() {
        return errorNanos;
    }

    private static long nanosOf(Instant moment) {
        return Math.addExact(
                Math.multiplyExact(moment.getEpochSecond(), 1_000_000_000L), moment.getNano());
    }
}

package dev.lanescope.exchange.in.jfr;

import dev.lanescope.exchange.in.foreign.ForeignTrace;

import jdk.jfr.consumer.RecordedEvent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// When an event was, in nanoseconds since 1970.
record Stretch(long start, long end) {

    /// The event's time, or null if it is no possible one.
    static @Nullable Stretch of(RecordedEvent event) {
        try {
            long start = nanos(event.getStartTime());
            long end = nanos(event.getEndTime());
            boolean tellable = ForeignTrace.isTellable(start) && ForeignTrace.isTellable(end);
            return tellable && start <= end ? new Stretch(start, end) : null;
        } catch (ArithmeticException | java.time.DateTimeException _) {
            return null;
        }
    }

    private static long nanos(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}

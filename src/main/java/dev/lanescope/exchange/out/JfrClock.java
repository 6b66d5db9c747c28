package dev.lanescope.exchange.out;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The counter by which a JFR file stamps events: moments and stretches of a run as ticks.
///
/// All chunks of a file had better count alike: `jdk.jfr.consumer` goes on turning ticks into times
/// as in the first chunk.
///
/// @param epochNanos a moment, as nanoseconds since 1970
/// @param ticks what the counter stood at then
/// @param ticksPerSecond how fast it counts
/// @param runNanos when the run began, after that moment; before it, negative
record JfrClock(long epochNanos, long ticks, long ticksPerSecond, long runNanos) {

    private static final long NANOS = 1_000_000_000;

    /// Magic, version, size, and where constants and metadata lie.
    private static final int BEFORE_CLOCK = 32;

    /// Counts nanoseconds since the beginning of the run.
    static JfrClock ofRun(Instant started) {
        return new JfrClock(ChronoUnit.NANOS.between(Instant.EPOCH, started), 0, NANOS, 0);
    }

    /// Counts as a recording does.
    ///
    /// @param started when the run began, on the recording's clock
    static JfrClock as(Path recording, Instant started) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(recording))) {
            byte[] head = in.readNBytes(BEFORE_CLOCK + 4 * Long.BYTES);
            if (head.length < BEFORE_CLOCK + 4 * Long.BYTES) {
                throw new EOFException("the recording of the JVM has no head");
            }
            ByteBuffer clock = ByteBuffer.wrap(head, BEFORE_CLOCK, 4 * Long.BYTES);
            long begun = clock.getLong();
            clock.getLong(); // how long the chunk is
            long at = clock.getLong();
            long perSecond = clock.getLong();
            long since = ChronoUnit.NANOS.between(Instant.EPOCH, started) - begun;
            return new JfrClock(begun, at, perSecond, since);
        }
    }

    /// A moment of the run.
    long at(long nanos) {
        return ticks + lasting(runNanos + nanos);
    }

    /// A stretch.
    long lasting(long nanos) {
        return nanos / NANOS * ticksPerSecond + nanos % NANOS * ticksPerSecond / NANOS;
    }
}

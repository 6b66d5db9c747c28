package dev.lanescope.concurrency.crossing;

import dev.lanescope.concurrency.Observer;

import java.io.IOException;

/// How a child's clock is turned into ours: by the fastest of many pings, in whose middle the child
/// looked at its clock, as NTP does it (RFC 5905). Clocks that are the same within the error are
/// the same clock, as on one machine they are.
///
/// @param offsetNanos what is added to the child's clock
/// @param errorNanos by how much that can be wrong; 0 if it is taken for the same clock
/// @param boundNanos by how much two clocks can differ that nobody can tell apart in this way
public record ClockMatch(long offsetNanos, long errorNanos, long boundNanos) {

    /// The clock of this process.
    public static final ClockMatch OURS = new ClockMatch(0, 0, 0);

    private static final int PINGS = 200;
    private static final long ROUGH_NANOS = 10_000;

    /// Asks the other side what its clock says, and waits for the answer.
    public interface Ping {
        long childNanos() throws IOException;
    }

    /// Pings the other side until its clock is known.
    public static ClockMatch measure(Ping line, Observer observer) throws IOException {
        long fastest = Long.MAX_VALUE;
        long offset = 0;
        for (int ping = 0; ping < PINGS; ping++) {
            long sent = observer.nanos();
            long childNanos = line.childNanos();
            long took = observer.nanos() - sent;
            if (took < fastest) {
                fastest = took;
                offset = sent + took / 2 - childNanos;
            }
        }
        long error = fastest / 2 + 1;
        return Math.abs(offset) <= error
                ? new ClockMatch(0, 0, error)
                : new ClockMatch(offset, error, error);
    }

    /// Whether the error is as long as short stages are.
    public boolean isRough() {
        return errorNanos > ROUGH_NANOS;
    }

    /// What is known of it, for people.
    public String words() {
        String bound = "within " + boundNanos / 1e3 + " \u00b5s";
        return offsetNanos == 0
                ? "ours, as far as " + PINGS + " pings can tell (" + bound + ")"
                : offsetNanos / 1e3 + " \u00b5s away from ours, known " + bound;
    }

    /// A moment on our clock.
    public long ours(long childNanos) {
        return childNanos + offsetNanos;
    }
}

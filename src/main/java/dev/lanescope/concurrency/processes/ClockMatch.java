package dev.lanescope.concurrency.processes;

import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.processes.wire.Line;
import dev.lanescope.concurrency.processes.wire.Message;

import java.io.IOException;

/// How a child's clock is turned into ours: by the fastest of many pings, in whose middle the child
/// looked at its clock, as NTP does it (RFC 5905). Clocks that are the same within the error are
/// the same clock, as on one machine they are.
///
/// @param offsetNanos what is added to the child's clock
/// @param errorNanos by how much that can be wrong; 0 if it is taken for the same clock
/// @param boundNanos by how much two clocks can differ that nobody can tell apart in this way
record ClockMatch(long offsetNanos, long errorNanos, long boundNanos) {

    /// The clock of this process.
    static final ClockMatch OURS = new ClockMatch(0, 0, 0);

    private static final int PINGS = 200;
    private static final long ROUGH_NANOS = 10_000;

    static ClockMatch measure(Line line, Observer observer) throws IOException {
        long fastest = Long.MAX_VALUE;
        long offset = 0;
        for (int ping = 0; ping < PINGS; ping++) {
            long sent = observer.nanos();
            line.send(new Message.Ping());
            if (!(line.receive() instanceof Message.Pong(long childNanos))) {
                throw new IOException("a child that was asked for the time said something else");
            }
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
    boolean isRough() {
        return errorNanos > ROUGH_NANOS;
    }

    /// What is known of it, for people.
    String words() {
        String bound = "within " + boundNanos / 1e3 + " \u00b5s";
        return offsetNanos == 0
                ? "ours, as far as " + PINGS + " pings can tell (" + bound + ")"
                : offsetNanos / 1e3 + " \u00b5s away from ours, known " + bound;
    }

    /// A moment on our clock.
    long ours(long childNanos) {
        return childNanos + offsetNanos;
    }
}

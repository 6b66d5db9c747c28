package dev.lanescope.recording.jvm;

import dev.lanescope.trace.Counter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.StringTokenizer;

/// How long one thread was ready to run while others had the processors, as Linux counts it for
/// every thread: the second figure of `schedstat`. Read again and again into a counter of the
/// trace; one reading costs one or two microseconds, because the file stays open.
///
/// A thread that sleeps, or has a processor to itself, waits in no queue for long. Of readings that
/// say the same only the first and the last are kept, from which all those between follow.
final class RunQueue {

    private static final int LONGEST = 96;
    private static final long NOTHING = -1;

    private final FileChannel file;
    private final Counter counter;
    private final long originNanos;
    private final ByteBuffer line = ByteBuffer.allocateDirect(LONGEST);
    private long before;
    private long last;
    private int told;
    private long heldBackAt = NOTHING;
    private boolean over;

    private RunQueue(FileChannel file, Counter counter, long originNanos) {
        this.file = file;
        this.counter = counter;
        this.originNanos = originNanos;
    }

    /// Begins to count for a thread; empty if the kernel does not tell.
    ///
    /// @param place where the kernel tells of it
    /// @param counter set to 0 now, and from then on to what the thread has waited since
    static Optional<RunQueue> open(Path place, Counter counter, long originNanos, long nowNanos) {
        try {
            var file = FileChannel.open(place.resolve("schedstat"), StandardOpenOption.READ);
            var queue = new RunQueue(file, counter, originNanos);
            if (queue.waited().isEmpty()) {
                file.close();
                return Optional.empty();
            }
            queue.before = queue.waited().orElse(0L);
            queue.tell(Math.max(0, nowNanos - originNanos), 0);
            return Optional.of(queue);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Reads it; a thread that is gone is not asked again.
    synchronized void read(long nowNanos) {
        if (over) {
            return;
        }
        Optional<Long> now = waited();
        if (now.isEmpty()) {
            end();
        } else {
            take(nowNanos - originNanos, Math.max(0, now.get() - before));
        }
    }

    private void take(long atNanos, long waited) {
        if (waited == last && told > 1) {
            heldBackAt = atNanos;
        } else {
            tellHeldBack();
            tell(atNanos, waited);
        }
    }

    private void tellHeldBack() {
        if (heldBackAt != NOTHING) {
            tell(heldBackAt, last);
            heldBackAt = NOTHING;
        }
    }

    private void tell(long atNanos, long waited) {
        counter.append(atNanos, waited);
        last = waited;
        told++;
    }

    synchronized void end() {
        tellHeldBack();
        over = true;
        try {
            file.close();
        } catch (IOException e) {
            // nothing was written
        }
    }

    /// Nanoseconds in the queue since the thread began; empty if it is gone, or if its kernel
    /// counts nothing.
    private Optional<Long> waited() {
        try {
            line.clear();
            int length = file.read(line, 0);
            if (length <= 0) {
                return Optional.empty();
            }
            byte[] bytes = new byte[length];
            line.flip().get(bytes);
            return waited(new String(bytes, StandardCharsets.US_ASCII));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /// @param text run time, time in the queue, slices; all zero where the kernel does not count
    static Optional<Long> waited(String text) {
        var fields = new StringTokenizer(text);
        if (fields.countTokens() < 3) {
            return Optional.empty();
        }
        long ran = Long.parseLong(fields.nextToken());
        long waited = Long.parseLong(fields.nextToken());
        return ran <= 0 || waited < 0 ? Optional.empty() : Optional.of(waited);
    }
}

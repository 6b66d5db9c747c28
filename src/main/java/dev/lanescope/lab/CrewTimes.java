package dev.lanescope.lab;

import dev.lanescope.concurrency.Gauge;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Waiting;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/// Watches a crew by the clock: when the first worker worked, when the first page was done, how
/// long lanes were busy with what crosses, how many bytes crossed.
public final class CrewTimes implements Observer {

    private static final Set<Waiting> CROSSING =
            Set.of(Waiting.ENCODING, Waiting.DECODING, Waiting.FOR_CHANNEL);
    private static final long NEVER = Long.MAX_VALUE;

    private final Map<String, Long> gauges = new HashMap<>();
    private long firstWork = NEVER;
    private long firstDone = NEVER;
    private final Map<Waiting, Long> waited = new EnumMap<>(Waiting.class);
    private final Map<String, Long> known = new HashMap<>();

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public synchronized void knows(String name, String value) {
        known.putIfAbsent(name, nanos());
    }

    @Override
    public Gauge gauge(String name) {
        return value -> {
            synchronized (this) {
                gauges.put(name, value);
            }
        };
    }

    @Override
    public LaneObserver workerBegins(int lane) {
        return new LaneWatch();
    }

    /// When the first stage of work began.
    public synchronized long firstWork() {
        return firstWork;
    }

    /// When it was known here that the first item is done.
    public synchronized long firstDone() {
        return firstDone;
    }

    /// How long all lanes together have packed, unpacked and waited for the channel.
    public synchronized long crossingNanos() {
        return CROSSING.stream().mapToLong(each -> waited.getOrDefault(each, 0L)).sum();
    }

    /// How long all lanes together have imported what they need.
    public synchronized long importingNanos() {
        return waited.getOrDefault(Waiting.IMPORTING, 0L);
    }

    /// When something was first known.
    ///
    /// @throws NoSuchElementException if it never was
    public synchronized long knownSince(String name) {
        return Optional.ofNullable(known.get(name)).orElseThrow();
    }

    /// How many bytes have crossed, both ways.
    public synchronized long bytes() {
        return gauges.getOrDefault("bytes sent", 0L) + gauges.getOrDefault("bytes received", 0L);
    }

    private synchronized void worked(long at) {
        firstWork = Math.min(firstWork, at);
    }

    private synchronized void done(long at) {
        firstDone = Math.min(firstDone, at);
    }

    private synchronized void waited(Waiting what, long nanos) {
        waited.merge(what, nanos, Long::sum);
    }

    /// One lane; called by one thread at a time.
    private final class LaneWatch implements LaneObserver {

        private long told = NEVER;
        private long since;
        private @Nullable Waiting waiting;

        @Override
        public void at(long nanos, long cpuNanos) {
            told = nanos;
        }

        @Override
        public void waits(Waiting what) {
            turnsTo(what);
        }

        @Override
        public void works(int item, int stage) {
            worked(turnsTo(null));
        }

        private long turnsTo(@Nullable Waiting next) {
            long now = told == NEVER ? nanos() : told;
            told = NEVER;
            if (waiting != null) {
                waited(waiting, Math.max(0, now - since));
            }
            waiting = next;
            since = now;
            return now;
        }

        @Override
        public void done(int item) {
            CrewTimes.this.done(nanos());
        }

        @Override
        public void failed(int item, int stage, Throwable cause) {}

        @Override
        public void ends() {
            turnsTo(null);
        }
    }
}

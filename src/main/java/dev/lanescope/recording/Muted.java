package dev.lanescope.recording;

import dev.lanescope.concurrency.Gauge;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.recording.jvm.NativeThreads;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/// An observer that nobody hears while a crew warms up. From [#open] on it tells a recording what
/// it is told, with the items of the warm-up counted off: their numbers come before those of the
/// run.
///
/// A lane that began during the warm-up goes on in the recording from its first nanosecond, so one
/// that stays silent is there too.
final class Muted implements Observer {

    /// The name of the fact that tells what a lane cannot, for by then its worker was there.
    static final String WORKER_START = "Worker start";

    private final Clock clock;
    private final int unrecorded;
    private final long begunNanos;
    private final List<MutedLane> lanes = new ArrayList<>();
    private final List<MutedGauge> gauges = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private @Nullable Recording recording;

    /// @param unrecorded how many items the crew is given before the recording opens
    Muted(Clock clock, int unrecorded) {
        this.clock = clock;
        this.unrecorded = unrecorded;
        this.begunNanos = clock.nanos();
    }

    /// From now on everything is heard. Nothing happens if that was said before.
    synchronized void open(Recording opened) {
        if (recording == null) {
            recording = opened;
            lanes.forEach(lane -> lane.open(opened));
            gauges.forEach(gauge -> gauge.open(opened));
            remarks.forEach(opened::remarks);
            facts.forEach(opened::knows);
            workerStart().ifPresent(nanos -> opened.knows(WORKER_START, words(nanos)));
        }
    }

    /// What the worker in the middle took until it was ready, from the beginning of the warm-up.
    private OptionalLong workerStart() {
        long[] ready =
                lanes.stream()
                        .flatMapToLong(lane -> lane.readyNanos().stream())
                        .map(nanos -> nanos - begunNanos)
                        .sorted()
                        .toArray();
        return ready.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(ready[(ready.length - 1) / 2]);
    }

    private static String words(long nanos) {
        return String.format(Locale.ROOT, "%.3f ms, before the recording", nanos / 1e6);
    }

    @Override
    public LaneObserver workerBegins(int lane) {
        Thread thread = Thread.currentThread();
        NativeThreads.introduce();
        return begin(lane, thread.getName(), thread);
    }

    @Override
    public LaneObserver workerBegins(int lane, String name) {
        return begin(lane, name, null);
    }

    private synchronized LaneObserver begin(int number, String name, @Nullable Thread owner) {
        if (recording != null) {
            LaneObserver begun = recording.begin(number, name, owner);
            return new MutedLane(number, name, owner, clock, unrecorded, begun);
        }
        var lane = new MutedLane(number, name, owner, clock, unrecorded, null);
        lanes.add(lane);
        return lane;
    }

    @Override
    public synchronized Gauge gauge(String name) {
        if (recording != null) {
            return recording.gauge(name);
        }
        var gauge = new MutedGauge(name);
        gauges.add(gauge);
        return gauge;
    }

    @Override
    public synchronized void remarks(String sentence) {
        if (recording != null) {
            recording.remarks(sentence);
        } else {
            remarks.add(sentence);
        }
    }

    @Override
    public synchronized void knows(String name, String value) {
        if (recording != null) {
            recording.knows(name, value);
        } else {
            facts.put(name, value);
        }
    }

    @Override
    public long nanos() {
        return clock.nanos();
    }

    /// A gauge whose last position before the recording is its first in it.
    private static final class MutedGauge implements Gauge {

        private static final long NEVER_SET = Long.MIN_VALUE;

        private final String name;
        private volatile @Nullable Gauge heard;
        private long value = NEVER_SET;

        MutedGauge(String name) {
            this.name = name;
        }

        synchronized void open(Recording recording) {
            Gauge begun = recording.gauge(name);
            if (value != NEVER_SET) {
                begun.set(value);
            }
            heard = begun;
        }

        @Override
        public void set(long now) {
            Gauge gauge = heard;
            if (gauge == null) {
                gauge = remember(now);
            }
            if (gauge != null) {
                gauge.set(now);
            }
        }

        /// Whoever is to be told after all, because the recording has opened meanwhile.
        private synchronized @Nullable Gauge remember(long now) {
            value = now;
            return heard;
        }
    }
}

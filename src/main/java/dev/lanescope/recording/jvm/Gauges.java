package dev.lanescope.recording.jvm;

import dev.lanescope.trace.Counter;
import dev.lanescope.trace.Trace;

/// Reads the heap and the processors again and again, into three counters of the trace, and the
/// memory of all processes of the run, whose highest reading becomes a fact.
///
/// The heap's figure is asked of the JVM directly and not of Flight Recorder, whose summaries come
/// late: a counter's values must come in order. What a collection freed shows with the next
/// reading.
final class Gauges {

    /// The counters' names; the window knows how to write their values by them.
    static final String HEAP = "heap MB";

    static final String HERE = "CPU here";
    static final String OTHERS = "CPU others";

    /// Kernel ticks are too coarse for less.
    private static final long CPU_EVERY_NANOS = 100_000_000;

    /// The last stretch may be shorter, but not by more than this.
    private static final long CPU_AT_LEAST_NANOS = 30_000_000;

    private static final long MEGA = 1_000_000;

    private final Trace trace;
    private final Resident resident;
    private final Counter heap;
    private final Counter here;
    private final Counter others;
    private final long originNanos;
    private long sinceNanos;
    private MachineCpu.Reading last;
    private boolean begun;

    /// @param originNanos the run's beginning, on the clock of all readings
    Gauges(Trace trace, Resident resident, long originNanos, long nowNanos) {
        this.trace = trace;
        this.resident = resident;
        this.heap = trace.counter(HEAP);
        this.here = trace.counter(HERE);
        this.others = trace.counter(OTHERS);
        this.originNanos = originNanos;
        this.last = MachineCpu.read(nowNanos);
    }

    /// Reads what is due.
    void read(long nowNanos) {
        heap.append(begun ? nowNanos - originNanos : 0, usedHeap() / MEGA);
        begun = true;
        resident.read(nowNanos);
        if (nowNanos - last.atNanos() >= CPU_EVERY_NANOS) {
            readCpu(nowNanos);
        }
    }

    /// Two questions make one reading only if the heap's size does not change between them.
    private static long usedHeap() {
        Runtime jvm = Runtime.getRuntime();
        long size = jvm.totalMemory();
        while (true) {
            long free = jvm.freeMemory();
            long sizeAfter = jvm.totalMemory();
            if (size == sizeAfter) {
                return Math.max(0, size - free);
            }
            size = sizeAfter;
        }
    }

    /// The last reading, due or not; a stretch too short to say anything is left out.
    void readForTheLastTime(long nowNanos) {
        read(nowNanos);
        if (sinceNanos == 0 || nowNanos - last.atNanos() >= CPU_AT_LEAST_NANOS) {
            readCpu(nowNanos);
        }
        resident.peak().ifPresent(trace::know);
    }

    /// What was used since the last reading counts from then on, not from now.
    private void readCpu(long nowNanos) {
        MachineCpu.Reading now = MachineCpu.read(nowNanos);
        var load = MachineCpu.Load.between(last, now);
        here.append(sinceNanos, load.here());
        others.append(sinceNanos, load.others());
        sinceNanos = nowNanos - originNanos;
        last = now;
    }
}

package dev.lanescope.analysis.explain;

import dev.lanescope.trace.Counter;
import dev.lanescope.trace.CounterNames;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Phase;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A made-up run being written, lane by lane, with the states of our own runs. Who writes it says
/// how long something takes and how much of that is CPU time.
final class Patient {

    static final int READ = Traces.READ;
    static final int PARSE = Traces.PARSE;
    static final int WRITE = Traces.WRITE;
    static final int STARTING = Traces.STARTING;
    static final int WORKLESS = 4;
    static final int LOCK = 5;
    static final int CHANNEL = 6;
    static final int IO = 7;
    static final int ENCODING = 8;
    static final int DECODING = 9;
    static final int IDLE = 10;
    static final int ROOM = 11;
    static final int DISPATCHING = 12;
    static final int GONE = 13;

    private static final List<State> STATES =
            Stream.concat(
                            Traces.STATES.stream().limit(WORKLESS),
                            Stream.of(
                                    new State("waiting for work", State.Kind.QUEUE),
                                    new State("waiting for a lock", State.Kind.LOCK),
                                    new State("waiting for a channel", State.Kind.CHANNEL),
                                    new State("waiting for I/O", State.Kind.IO),
                                    new State("encoding", State.Kind.CHANNEL),
                                    new State("decoding", State.Kind.CHANNEL),
                                    new State("nothing left to do", State.Kind.IDLE),
                                    new State("waiting for room", State.Kind.CHANNEL),
                                    new State("dispatching", State.Kind.QUEUE),
                                    new State("worker gone", State.Kind.LOST)))
                    .toList();

    /// How often a thread's CPU time is read.
    private static final double READINGS = 0.3;

    String model = "fixed-pool";
    String knobs = "scheduling shared-queue, state per-worker, transport records, batch 8";
    int processors = 8;
    double others;
    long renderedBefore = 100_000;

    /// What the kernel counted for each lane: time in which it could have run and had no processor;
    /// empty where no kernel told.
    final List<Long> queued = new ArrayList<>();

    /// Waits of pinned virtual threads, by their ends and lengths.
    final List<long[]> pins = new ArrayList<>();

    final List<JvmEvent> stops = new ArrayList<>();
    final Random random;
    final int lanes;
    final int pages;
    final int files;
    final long[] at;
    private final long[] cpu;
    private final List<List<long[]>> marks = new ArrayList<>();

    Patient(Random random, int lanes, int pages, int files) {
        this.random = random;
        this.lanes = lanes;
        this.pages = pages;
        this.files = files;
        at = new long[lanes];
        cpu = new long[lanes];
        IntStream.range(0, lanes).forEach(_ -> marks.add(new ArrayList<>()));
    }

    /// A lane is in a state for so long; all of it is CPU time if it is work.
    void spend(int lane, int state, int item, double nanos) {
        spend(lane, state, item, nanos, state <= WRITE ? nanos : 0);
    }

    void spend(int lane, int state, int item, double nanos, double cpuNanos) {
        boolean read = random.nextDouble() < READINGS;
        marks.get(lane).add(new long[] {at[lane], state, item, read ? cpu[lane] : Lane.NOT_READ});
        at[lane] += Math.max(0, Math.round(nanos));
        cpu[lane] += Math.max(0, Math.round(cpuNanos));
    }

    /// A lane is in a state until a moment, unless that is over.
    void until(int lane, int state, long moment) {
        if (moment > at[lane]) {
            spend(lane, state, Lane.NO_ITEM, (double) (moment - at[lane]));
        }
    }

    /// The lane that is free first.
    int free() {
        int free = 0;
        for (int lane = 1; lane < lanes; lane++) {
            free = at[lane] < at[free] ? lane : free;
        }
        return free;
    }

    long end() {
        return Arrays.stream(at).max().orElseThrow();
    }

    Snapshot run() {
        long end = end();
        var info =
                new RunInfo(
                        model,
                        model,
                        lanes,
                        "",
                        "book",
                        pages * 4000L,
                        Instant.EPOCH,
                        renderedBefore,
                        STATES,
                        IntStream.range(0, pages + files).mapToObj(i -> "p" + i + ".md").toList(),
                        files == 0
                                ? List.of(new Phase(RunInfo.PAGES, 0))
                                : List.of(
                                        new Phase(RunInfo.PAGES, 0),
                                        new Phase(RunInfo.GENERATED, pages)),
                        List.of(
                                new Fact("Knobs", knobs),
                                new Fact("Processor", "Imaginary 9000, " + processors + " cores"),
                                new Fact(
                                        "CPU used by others",
                                        "%.1f %% of the machine's time"
                                                .formatted(100 * others / processors))));
        var trace = new Trace(info, STARTING);
        for (int lane = 0; lane < lanes; lane++) {
            until(lane, IDLE, end);
            for (long[] mark : marks.get(lane)) {
                trace.lane(lane).append(mark[0], (int) mark[1], (int) mark[2], mark[3]);
            }
            trace.lane(lane).append(end, IDLE, Lane.NO_ITEM, cpu[lane]);
        }
        for (int lane = 0; lane < queued.size(); lane++) {
            Counter counter = trace.counter(CounterNames.runQueue(lane));
            counter.append(0, 0);
            counter.append(end, queued.get(lane));
        }
        if (!pins.isEmpty()) {
            Counter counter = trace.counter(CounterNames.PINNED);
            long sum = 0;
            for (long[] pin : pins) {
                sum += pin[1];
                counter.append(pin[0], sum);
            }
        }
        trace.happened(stops);
        trace.finish(end);
        return Traces.finished(trace);
    }
}

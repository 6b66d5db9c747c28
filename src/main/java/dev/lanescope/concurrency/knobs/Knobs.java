package dev.lanescope.concurrency.knobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a run is to be carried out, besides by which model and with how many workers.
///
/// @param scheduling who takes which page
/// @param state whose parser and templates a page is rendered with
/// @param transport how pages cross to workers that share no memory
/// @param batch how many pages cross at once, from 1 to [#MOST_IN_BATCH]
/// @param readLatency waited before each read; zero for none
/// @param writeLatency waited before each write; zero for none
/// @param cpuWeight how often each page's HTML is made, from 1 to [#MOST_WEIGHT]
/// @param switchInterval how long a thread may keep a global lock that others want
/// @param pageTimeout how long a page may take; zero for as long as it likes
/// @param faults pages that are made to fail
/// @param warmUp how many unrecorded passes over the pages the same workers make before the
///   recorded one, from 0 to [#MOST_PASSES]
/// @param buffers what a page's text is put together in
/// @param writes who writes a page that is ready
/// @param threads how many workers share a process or an interpreter, where several can, from 1 to
///   [#MOST_THREADS]
public record Knobs(
        Scheduling scheduling,
        WorkerState state,
        Transport transport,
        int batch,
        Duration readLatency,
        Duration writeLatency,
        int cpuWeight,
        Duration switchInterval,
        Duration pageTimeout,
        List<Fault> faults,
        int warmUp,
        Buffers buffers,
        Writes writes,
        int threads) {

    public static final int MOST_IN_BATCH = 1_000;
    public static final int MOST_WEIGHT = 1_000;
    public static final int MOST_PASSES = 20;
    public static final int MOST_THREADS = 64;

    /// No time that is set is longer.
    public static final Duration LONGEST = Duration.ofHours(1);

    /// As models run when nobody turns a knob.
    public static final Knobs STANDARD =
            new Knobs(
                    Scheduling.SHARED_QUEUE,
                    WorkerState.PER_WORKER,
                    Transport.RECORDS,
                    8,
                    Duration.ZERO,
                    Duration.ZERO,
                    1,
                    Duration.ofMillis(5), // as in CPython: sys.getswitchinterval()
                    Duration.ZERO,
                    List.of(),
                    0,
                    Buffers.REUSED,
                    Writes.AT_ONCE,
                    2);

    public Knobs {
        faults = List.copyOf(faults);
        within("batch", batch, 1, MOST_IN_BATCH);
        within("CPU weight", cpuWeight, 1, MOST_WEIGHT);
        within("warm-up", warmUp, 0, MOST_PASSES);
        within("threads", threads, 1, MOST_THREADS);
        for (Duration time : List.of(readLatency, writeLatency, switchInterval, pageTimeout)) {
            if (time.isNegative() || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("a time of " + time);
            }
        }
        if (switchInterval.isZero()) {
            throw new IllegalArgumentException("a switch interval of nothing");
        }
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    what + " " + value + "; from " + least + " to " + most + " is possible");
        }
    }

    public Knobs with(Scheduling other) {
        return copy(other, state, transport, batch, readLatency, writeLatency, cpuWeight);
    }

    public Knobs with(WorkerState other) {
        return copy(scheduling, other, transport, batch, readLatency, writeLatency, cpuWeight);
    }

    public Knobs with(Transport other) {
        return copy(scheduling, state, other, batch, readLatency, writeLatency, cpuWeight);
    }

    public Knobs withBatch(int pages) {
        return copy(scheduling, state, transport, pages, readLatency, writeLatency, cpuWeight);
    }

    public Knobs withLatency(Duration read, Duration write) {
        return copy(scheduling, state, transport, batch, read, write, cpuWeight);
    }

    public Knobs withCpuWeight(int times) {
        return copy(scheduling, state, transport, batch, readLatency, writeLatency, times);
    }

    private Knobs copy(
            Scheduling otherScheduling,
            WorkerState otherState,
            Transport otherTransport,
            int otherBatch,
            Duration otherRead,
            Duration otherWrite,
            int otherWeight) {
        return new Knobs(
                otherScheduling,
                otherState,
                otherTransport,
                otherBatch,
                otherRead,
                otherWrite,
                otherWeight,
                switchInterval,
                pageTimeout,
                faults,
                warmUp,
                buffers,
                writes,
                threads);
    }

    public Knobs withSwitchInterval(Duration interval) {
        return last(interval, pageTimeout, faults);
    }

    /// The same with another bound on what a page may take; zero for as long as it likes.
    public Knobs withPageTimeout(Duration atMost) {
        return last(switchInterval, atMost, faults);
    }

    public Knobs with(List<Fault> injected) {
        return last(switchInterval, pageTimeout, injected);
    }

    public Knobs withWarmUp(int passes) {
        return way(passes, buffers, writes);
    }

    public Knobs with(Buffers other) {
        return way(warmUp, other, writes);
    }

    public Knobs with(Writes other) {
        return way(warmUp, buffers, other);
    }

    /// The same with so many threads in each process or interpreter.
    public Knobs withThreads(int each) {
        return new Knobs(
                scheduling,
                state,
                transport,
                batch,
                readLatency,
                writeLatency,
                cpuWeight,
                switchInterval,
                pageTimeout,
                faults,
                warmUp,
                buffers,
                writes,
                each);
    }

    private Knobs last(Duration interval, Duration timeout, List<Fault> injected) {
        return new Knobs(
                scheduling,
                state,
                transport,
                batch,
                readLatency,
                writeLatency,
                cpuWeight,
                interval,
                timeout,
                injected,
                warmUp,
                buffers,
                writes,
                threads);
    }

    private Knobs way(int passes, Buffers otherBuffers, Writes otherWrites) {
        return new Knobs(
                scheduling,
                state,
                transport,
                batch,
                readLatency,
                writeLatency,
                cpuWeight,
                switchInterval,
                pageTimeout,
                faults,
                passes,
                otherBuffers,
                otherWrites,
                threads);
    }

    /// The same with one knob as usual.
    public Knobs without(Knob knob) {
        return switch (knob) {
            case SCHEDULING -> with(STANDARD.scheduling);
            case STATE -> with(STANDARD.state);
            case BUFFERS -> with(STANDARD.buffers);
            case WRITES -> with(STANDARD.writes);
            case TRANSPORT -> with(STANDARD.transport);
            case BATCH -> withBatch(STANDARD.batch);
            case LATENCY -> withLatency(Duration.ZERO, Duration.ZERO);
            case CPU_WEIGHT -> withCpuWeight(1);
            case SWITCH_INTERVAL -> withSwitchInterval(STANDARD.switchInterval);
            case THREADS -> withThreads(STANDARD.threads);
            case PAGE_TIMEOUT -> withPageTimeout(Duration.ZERO);
            case FAULTS -> with(List.of());
            case WARM_UP -> withWarmUp(0);
        };
    }

    /// As usual but for one knob.
    public Knobs only(Knob knob) {
        Knobs result = this;
        for (Knob other : turned()) {
            result = other == knob ? result : result.without(other);
        }
        return result;
    }

    /// Whether a run with these knobs and one with others do the same work, however it is shared
    /// out: only then can their times be compared.
    public boolean sameWorkAs(Knobs other) {
        return cpuWeight == other.cpuWeight
                && readLatency.equals(other.readLatency)
                && writeLatency.equals(other.writeLatency)
                && faults.equals(other.faults);
    }

    public boolean hasPageTimeout() {
        return !pageTimeout.isZero();
    }

    /// Why these positions do not go together, whatever the model, in one sentence; empty if they
    /// do. Without [Knob#WARM_UP] they always do.
    public Optional<String> conflict() {
        return warmUp > 0 && !faults.isEmpty()
                ? Optional.of(
                        "A fault strikes its page once, in the first pass: give no warm-up beside"
                                + " faults.")
                : Optional.empty();
    }

    /// The knobs that are not as usual.
    public Set<Knob> turned() {
        Set<Knob> turned = EnumSet.noneOf(Knob.class);
        turnedIf(scheduling.order() != STANDARD.scheduling.order(), Knob.SCHEDULING, turned);
        turnedIf(state != STANDARD.state, Knob.STATE, turned);
        turnedIf(buffers != STANDARD.buffers, Knob.BUFFERS, turned);
        turnedIf(writes != STANDARD.writes, Knob.WRITES, turned);
        turnedIf(transport != STANDARD.transport, Knob.TRANSPORT, turned);
        turnedIf(batch != STANDARD.batch, Knob.BATCH, turned);
        turnedIf(!readLatency.isZero() || !writeLatency.isZero(), Knob.LATENCY, turned);
        turnedIf(cpuWeight != STANDARD.cpuWeight, Knob.CPU_WEIGHT, turned);
        turnedIf(!switchInterval.equals(STANDARD.switchInterval), Knob.SWITCH_INTERVAL, turned);
        turnedIf(threads != STANDARD.threads, Knob.THREADS, turned);
        turnedIf(hasPageTimeout(), Knob.PAGE_TIMEOUT, turned);
        turnedIf(!faults.isEmpty(), Knob.FAULTS, turned);
        turnedIf(warmUp > 0, Knob.WARM_UP, turned);
        return turned;
    }

    private static void turnedIf(boolean differs, Knob knob, Set<Knob> turned) {
        if (differs) {
            turned.add(knob);
        }
    }

    /// Where every knob stands, as usual or not: its name and its position as the terminal's
    /// options write them, joined by commas.
    public String positions() {
        return KnobWords.positions(this);
    }

    /// What to type in the terminal for what differs from the usual, word by word, but for faults,
    /// which name pages.
    public List<String> options() {
        return KnobWords.options(this);
    }

    /// What differs from the usual, in words joined by commas; empty if nothing does.
    public String words() {
        List<String> words = new ArrayList<>();
        for (Knob knob : turned()) {
            words.add(KnobWords.of(this, knob));
        }
        return String.join(", ", words);
    }
}

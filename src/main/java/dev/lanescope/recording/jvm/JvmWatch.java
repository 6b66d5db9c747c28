package dev.lanescope.recording.jvm;

import dev.lanescope.trace.Counter;
import dev.lanescope.trace.CounterNames;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Trace;

import jdk.jfr.FlightRecorder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Watches the own JVM and the machine during one run, and tells the run's trace: what stopped all
/// threads, what was compiled, and in three counters how full the heap and how busy the processors
/// were. Where the system tells, the peak of its memory becomes a fact.
///
/// It has one thread of its own, from [#start] to the end: the thread starts Flight Recorder while
/// the run is being prepared, reads the counters while it goes on, and when it is over waits for
/// the events that are still on their way, which the run need not wait for before it checks what it
/// wrote. If Flight Recorder cannot be had the trace bears one remark that says so, and the
/// counters are read all the same.
public final class JvmWatch implements AutoCloseable {

    private static final long READ_EVERY_NANOS = 20_000_000;

    /// How many readings there are from one clock mark to the next.
    private static final int MARK_EVERY = 5;

    /// Nobody waits longer than this for events that are on their way.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Of how many lanes it is counted how long they wait for a processor.
    private static final int MOST_LANES = 256;

    private static final String CHILDREN_NOT_SEEN =
            "The workers live in JVMs of their own: what those collect and compile is not seen, and"
                    + " their processor time counts with that of others.";

    private final LongSupplier clock;
    private final boolean hasChildren;
    private final boolean matters;
    private final Map<Integer, RunQueue> queues = new ConcurrentHashMap<>();
    private @Nullable Counter pins; // by the stream's thread alone
    private long pinnedNanos;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile @Nullable JvmStream stream;
    private volatile @Nullable Trace trace;
    private volatile long originNanos;
    private volatile @Nullable Path kept;
    private volatile String trouble = "";

    /// @param clock the run's, in nanoseconds since some fixed moment
    public JvmWatch(LongSupplier clock) {
        this(clock, false, true);
    }

    /// @param hasChildren whether the run has child processes, whose memory counts too
    /// @param matters whether what this JVM does can hold the workers up; if they live in another
    ///   program only the machine is watched
    public JvmWatch(LongSupplier clock, boolean hasChildren, boolean matters) {
        this.clock = clock;
        this.hasChildren = hasChildren;
        this.matters = matters;
    }

    /// Lets Flight Recorder start and end once, which takes a process about a second the first
    /// time: then the first run need not wait for that.
    public static void rehearse() throws InterruptedException {
        try (var watch = new JvmWatch(System::nanoTime)) {
            watch.start();
            watch.awaitReady();
        }
    }

    /// Keeps Flight Recorder's own recording of the run in a file, with more kinds of events than
    /// the trace tells. To be called before [#start].
    public void keepRecordingIn(Path file) {
        kept = file;
    }

    /// When the run began on the clock of the recording that was kept; empty if none was.
    public Optional<Instant> keptSince() {
        JvmStream now = stream;
        return now == null ? Optional.empty() : now.keptSince();
    }

    /// Starts to watch, in the background. One that is never started does nothing at all.
    public void start() {
        thread = Thread.ofPlatform().daemon().name("JVM watch").start(this::watch);
    }

    /// Waits until everything that costs time at the beginning is done.
    public void awaitReady() throws InterruptedException {
        if (thread != null) {
            ready.await();
        }
    }

    /// The run begins: what happens from now on belongs to its trace.
    ///
    /// @param origin what the clock said at the first submit
    public void runBegins(Trace runTrace, long origin) {
        if (thread == null) {
            return;
        }
        originNanos = origin;
        trace = runTrace;
        if (!trouble.isEmpty()) {
            runTrace.remark(trouble);
        }
        if (hasChildren && matters) {
            runTrace.remark(CHILDREN_NOT_SEEN);
        }
        JvmStream now = stream;
        if (now != null) {
            now.runBegins(origin);
        }
        begun.countDown();
    }

    /// A lane begins whose thread is the same to its end, and has introduced itself to
    /// [NativeThreads]: how long it waits for a processor is counted from now on, if the kernel
    /// tells. Of a run with very many lanes only the first are watched.
    public void laneBegins(int lane, Thread thread) {
        NativeThreads.placeOf(thread).ifPresent(place -> laneBegins(lane, place));
    }

    /// The same of a lane that is a thread of another process.
    public void laneBegins(int lane, long process, long nativeThread) {
        laneBegins(lane, Path.of("/proc/" + process + "/task/" + nativeThread));
    }

    private void laneBegins(int lane, Path place) {
        Trace told = trace;
        if (told == null || lane >= MOST_LANES) {
            return;
        }
        Counter counter = told.counter(CounterNames.runQueue(lane));
        RunQueue.open(place, counter, originNanos, clock.getAsLong())
                .ifPresent(queue -> {
                    RunQueue before = queues.put(lane, queue);
                    if (before != null) {
                        before.end();
                    }
                });
    }

    /// The thread of a lane has nothing more to do, or is no longer the lane's.
    public void laneEnds(int lane) {
        RunQueue queue = queues.remove(lane);
        if (queue != null) {
            queue.read(clock.getAsLong());
            queue.end();
        }
    }

    /// The run is over. Returns at once; the last events come before [#awaitAll] returns.
    public void runEnds() {
        ended.countDown();
        begun.countDown();
    }

    /// Waits until all that happened during the run has been told to the trace. If that takes too
    /// long a remark says that the end is missing.
    public void awaitAll(Duration atMost) throws InterruptedException {
        Thread watching = thread;
        Trace told = trace;
        if (watching != null && !watching.join(atMost) && told != null) {
            told.remark(
                    "What the JVM did at the end of the run is missing: Flight Recorder did not"
                            + " tell it in time.");
        }
    }

    /// Ends it, however far it is, and leaves neither thread nor recording behind.
    @Override
    public void close() {
        runEnds();
    }

    /// Up to where the JVM's story is told, in nanoseconds since the first submit; empty if it is
    /// not being told, or the run has not begun.
    public OptionalLong heardUpTo() {
        JvmStream now = stream;
        return now == null || trace == null
                ? OptionalLong.empty()
                : OptionalLong.of(now.heardUpTo());
    }

    /// By how many nanoseconds the times of events may be wrong; see [RunTime].
    public long errorNanos() {
        JvmStream now = stream;
        return now == null ? 0 : now.errorNanos();
    }

    private void watch() {
        try (JvmStream flight = open()) {
            stream = flight;
            ready.countDown();
            begun.await();
            Trace told = trace;
            if (told != null) {
                read(told, flight);
            }
            if (flight != null) {
                flight.drain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does this; the stream is closed
        } finally {
            ready.countDown();
        }
    }

    /// Flight Recorder's stream, or null, and then [#trouble] says why.
    private @Nullable JvmStream open() {
        if (!matters) {
            return null;
        }
        try {
            if (FlightRecorder.isAvailable()) {
                var flight = new JvmStream(clock, this::happened, this::pinned);
                Path file = kept;
                try {
                    if (file != null) {
                        flight.keepIn(file);
                    }
                    flight.start();
                } catch (RuntimeException | LinkageError e) {
                    flight.close();
                    throw e;
                }
                return flight;
            }
            trouble = trouble("this Java has no Flight Recorder");
        } catch (RuntimeException | LinkageError e) {
            trouble = trouble("Flight Recorder did not start (" + e.getMessage() + ")");
        }
        return null;
    }

    private static String trouble(String why) {
        return "Collections, stops and compilations of the JVM are not shown: " + why + ".";
    }

    private void happened(List<JvmEvent> events) {
        Trace told = trace;
        if (told != null) {
            told.happened(events);
        }
    }

    /// Of one that had begun before the run only what lies in it counts.
    private void pinned(long startNanos, long endNanos) {
        Trace told = trace;
        if (told == null || endNanos <= 0) {
            return;
        }
        if (pins == null) {
            pins = told.counter(CounterNames.PINNED);
        }
        pinnedNanos += endNanos - Math.max(0, startNanos);
        pins.append(endNanos, pinnedNanos);
    }

    private void read(Trace told, @Nullable JvmStream flight) throws InterruptedException {
        var gauges = new Gauges(told, new Resident(hasChildren), originNanos, clock.getAsLong());
        int readings = 0;
        do {
            if (flight != null && readings++ % MARK_EVERY == 0) {
                flight.mark();
            }
            gauges.read(clock.getAsLong());
            queues.values().forEach(queue -> queue.read(clock.getAsLong()));
        } while (!ended.await(READ_EVERY_NANOS, TimeUnit.NANOSECONDS));
        gauges.readForTheLastTime(clock.getAsLong());
        List.copyOf(queues.keySet()).forEach(this::laneEnds);
    }
}

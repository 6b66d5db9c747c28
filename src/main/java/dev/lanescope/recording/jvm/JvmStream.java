package dev.lanescope.recording.jvm;

import dev.lanescope.trace.JvmEvent;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingStream;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Flight Recorder's stream of what the own JVM does, with settings of our own: no stack traces,
/// every stop however short, compilations from [#COMPILATION_FROM] on. The events come about a
/// second late, for Flight Recorder writes once a second; [#drain] waits for the last of them.
///
/// The notifications of [java.lang.management.GarbageCollectorMXBean] would come at once, but they
/// know whole milliseconds only, count the concurrent part of a collection as its duration, and
/// know nothing of compilations and other stops.
final class JvmStream implements AutoCloseable {

    /// Shorter compilations are not told: in a cold run there are thousands, each with a method's
    /// name to be kept.
    static final Duration COMPILATION_FROM = Duration.ofMillis(1);

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /// Shorter ones hold up nobody.
    private static final Duration PINNED_FROM = Duration.ofNanos(50_000);

    /// Told of a virtual thread that waited while it was pinned to its carrier.
    interface Pins {
        void pinned(long startNanos, long endNanos);
    }

    private final RecordingStream stream = new RecordingStream();
    private final Happenings happenings = new Happenings();
    private final RunTime time = new RunTime();
    private final AtomicLong heardUpTo = new AtomicLong();
    private final LongSupplier clock;
    private final Consumer<List<JvmEvent>> listener;
    private @Nullable Path kept;
    private boolean isKept;
    private final Pins pins;

    /// @param listener told on a thread of the stream's
    /// @param pins likewise
    JvmStream(LongSupplier clock, Consumer<List<JvmEvent>> listener, Pins pins) {
        this.pins = pins;
        this.clock = clock;
        this.listener = listener;
        stream.onError(_ -> {}); // what was heard by then stays
        stream.enable(ClockMark.class).withoutStackTrace();
        stream.onEvent(ClockMark.NAME, this::marked);
        stream.enable("jdk.ExecuteVMOperation").withoutThreshold();
        stream.onEvent("jdk.ExecuteVMOperation", this::operated);
        stream.enable("jdk.GCPhasePause").withoutThreshold();
        stream.onEvent("jdk.GCPhasePause", this::paused);
        stream.enable("jdk.GarbageCollection").withoutThreshold();
        stream.onEvent("jdk.GarbageCollection", this::collected);
        stream.enable("jdk.Compilation").withThreshold(COMPILATION_FROM);
        stream.onEvent("jdk.Compilation", this::compiled);
        stream.enable("jdk.VirtualThreadPinned").withThreshold(PINNED_FROM).withoutStackTrace();
        stream.onEvent("jdk.VirtualThreadPinned", this::pinned);
        stream.onFlush(this::flushed);
    }

    /// Keeps all that is recorded until [#drain], and more kinds of it, in a file. To be called
    /// before [#start].
    void keepIn(Path file) {
        kept = file;
        stream.setMaxAge(FOR_EVER);
        for (String kind : List.of("jdk.SafepointBegin", "jdk.SafepointEnd", "jdk.GCHeapSummary")) {
            stream.enable(kind).withoutStackTrace().withoutThreshold();
        }
        for (String kind : List.of("jdk.CPULoad", "jdk.JavaThreadStatistics")) {
            stream.enable(kind).withPeriod(LOOK_EVERY);
        }
        for (String kind : List.of("jdk.JVMInformation", "jdk.OSInformation")) {
            stream.enable(kind);
        }
    }

    /// When the run began, on the clock of what is kept; empty if nothing is.
    synchronized Optional<Instant> keptSince() {
        return isKept && time.isSet() ? Optional.of(time.origin()) : Optional.empty();
    }

    void start() {
        stream.startAsync();
        mark();
    }

    /// From here on it is the run's time. What happened before is not told.
    synchronized void runBegins(long originNanos) {
        time.begins(originNanos);
    }

    /// Tells the stream what the run's clock says.
    void mark() {
        ClockMark.set(clock);
    }

    /// Ends the stream and waits until the last event has been told; nothing is left to be told if
    /// the JVM is ending, which stops all recordings by itself.
    void drain() {
        mark();
        try {
            Path file = kept;
            if (file != null) {
                dump(file);
            }
            stream.stop();
        } catch (IllegalStateException _) {
            // it was stopped
        }
    }

    private void dump(Path file) {
        try {
            stream.dump(file);
            isKept = true;
        } catch (IOException _) {
            isKept = false; // whoever wants it is told that there is none
        }
    }

    @Override
    public void close() {
        stream.close();
    }

    /// Up to where all has been told, in nanoseconds since the first submit.
    long heardUpTo() {
        return heardUpTo.get();
    }

    /// By how much the told times may be wrong.
    synchronized long errorNanos() {
        return time.errorNanos();
    }

    private synchronized void marked(RecordedEvent event) {
        time.mark(event.getStartTime(), event.getLong("nanos"), event.getLong("error"));
    }

    private synchronized void operated(RecordedEvent event) {
        if (time.isSet() && event.getBoolean("safepoint")) {
            happenings.stood(event.getString("operation"), start(event), end(event));
        }
    }

    private synchronized void paused(RecordedEvent event) {
        if (time.isSet()) {
            happenings.paused(event.getLong("gcId"), event.getString("name"), start(event));
        }
    }

    private synchronized void collected(RecordedEvent event) {
        happenings.collected(event.getLong("gcId"), event.getString("name"));
    }

    private synchronized void compiled(RecordedEvent event) {
        if (time.isSet()) {
            happenings.compiled(nameOfCompilation(event), start(event), end(event));
        }
    }

    private synchronized void pinned(RecordedEvent event) {
        if (time.isSet()) {
            pins.pinned(start(event), end(event));
        }
    }

    /// E.g. `C2 Parser.parse`.
    private static String nameOfCompilation(RecordedEvent event) {
        String compiler = String.valueOf(event.getString("compiler")).toUpperCase(Locale.ROOT);
        RecordedMethod method = event.getValue("method");
        if (method == null) {
            return compiler;
        }
        String type = method.getType().getName();
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return compiler + " " + simple + "." + method.getName();
    }

    private void flushed() {
        List<JvmEvent> news;
        synchronized (this) {
            news = time.isSet() ? happenings.settled() : List.of();
            heardUpTo.set(time.heardUpTo());
        }
        if (!news.isEmpty()) {
            listener.accept(news);
        }
    }

    private long start(RecordedEvent event) {
        return time.of(event.getStartTime());
    }

    private long end(RecordedEvent event) {
        return time.of(event.getEndTime());
    }
}

package dev.lanescope.exchange.in.jfr;

import dev.lanescope.exchange.in.foreign.ForeignTrace;
import dev.lanescope.trace.Allowance;
import dev.lanescope.trace.Refusal;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.DoubleConsumer;

/// Reads a recording with the JDK's own parser, event by event.
///
/// What becomes of them: waits of a thread (parks, monitors, sleeps, sockets, files) are slices of
/// their own kinds. Samples of methods are slices that last until something else is known. Events
/// of other makers that have a length are slices by their name. Pauses, safepoints and compilations
/// are what the JVM did; heap and CPU load are counters.
public final class JfrReader {

    /// The JDK's parser keeps the constants of a chunk; they take some times their length.
    private static final int CONSTANTS_FACTOR = 4;

    /// So often are cancelling and progress looked at.
    private static final int STEP = 1_024;

    private final ForeignTrace trace;
    private final Allowance allowance;
    private Instant started = Instant.MAX;

    public JfrReader(ForeignTrace trace, Allowance allowance) {
        this.trace = trace;
        this.allowance = allowance;
    }

    /// Reads the whole file.
    ///
    /// @param progress is told now and then which part of a guess has been read
    public void read(Path file, long fileBytes, DoubleConsumer progress)
            throws IOException, InterruptedException {
        new Chunks(allowance.mostBytes() / CONSTANTS_FACTOR).check(file);
        try (var recording = new RecordingFile(file)) {
            readEvents(recording, fileBytes, progress);
        } catch (Refusal e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new Refusal(
                    "is damaged, or its tables do not fit into this Java's memory (raise -Xmx)", e);
        } catch (IOException | RuntimeException | Error e) { // even InternalError, for a bad name
            throw new Refusal("is damaged: Java's own reader of recordings gave up on it", e);
        }
    }

    private void readEvents(RecordingFile recording, long fileBytes, DoubleConsumer progress)
            throws IOException, InterruptedException {
        var threads = new JfrThreads(trace);
        var samples = new JfrSamples(trace, threads);
        var own = new JfrOwn(trace, threads);
        var jvm = new JfrJvm(trace, allowance);
        var counters = new JfrCounters(trace);
        long guess = Math.max(1, fileBytes / 40);
        for (long number = 1; recording.hasMoreEvents(); number++) {
            RecordedEvent event = recording.readEvent();
            if (number % STEP == 0) {
                progress.accept(Math.min(1, (double) number / guess));
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            Stretch when = Stretch.of(event);
            if (when == null) {
                trace.troubles().add("event at no possible time was left out", "event " + number);
                continue;
            }
            if (JfrOwn.isMark(event)) {
                continue;
            }
            boolean shown =
                    own.take(event, when)
                            || samples.take(event, when)
                            || jvm.take(event, when)
                            || counters.take(event, when)
                            || threads.take(event, when);
            if (shown && event.getStartTime().isBefore(started)) {
                started = event.getStartTime();
            }
        }
        jvm.finish();
        samples.finish();
    }

    /// When the first thing happened that is shown; [Instant#EPOCH] if nothing is.
    public Instant started() {
        return started.equals(Instant.MAX) ? Instant.EPOCH : started;
    }
}

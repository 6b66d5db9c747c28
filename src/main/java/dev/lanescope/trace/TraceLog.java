package dev.lanescope.trace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.zip.Deflater;

/// A trace file that is written while its run goes on: a thread of its own looks at the run a few
/// times a second and appends what is new, so whatever becomes of this process, all but the last
/// moments can be read. The workers notice nothing.
///
/// Until the run is over the file is called [#partOf]; then it is completed and gets its name, or,
/// if the run was short, is written anew and more tightly. A disk that is full ends the writing and
/// not the run.
public final class TraceLog implements AutoCloseable {

    /// How long nothing is written between two looks. With the writing itself less than a second
    /// passes from one to the next.
    private static final long PAUSE_MILLIS = 350;

    /// A trace of so many spans is written anew when its run is over, which takes some milliseconds
    /// and a fifth less room: what was looked at many times lies in many small pieces.
    static final int MOST_SPANS_ANEW = 1 << 16;

    private final Path file;
    private final Path part;
    private final Supplier<Optional<Snapshot>> run;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable TraceWriter writer;
    private @Nullable IOException failure;
    private long saidUntil;
    private boolean closed;
    private boolean finished;

    private TraceLog(Path file, Supplier<Optional<Snapshot>> run) {
        this.file = file;
        this.part = partOf(file.toAbsolutePath());
        this.run = run;
        this.thread = Thread.ofPlatform().daemon().name("trace-log").unstarted(this::watch);
    }

    /// Where the trace of a run lies that is not over, or never was.
    public static Path partOf(Path file) {
        return file.resolveSibling(file.getFileName() + "." + TraceFile.PART);
    }

    /// Begins to watch. With the first look at the run the file is there; what another run has left
    /// under that name is overwritten then.
    ///
    /// @param run what has been recorded so far; empty before the recording begins
    public static TraceLog begin(Path file, Supplier<Optional<Snapshot>> run) {
        var log = new TraceLog(file, run);
        log.thread.start();
        return log;
    }

    private void watch() {
        try {
            do {
                Optional<Snapshot> now = run.get().filter(snapshot -> !snapshot.finished());
                if (now.isPresent()) {
                    append(now.get());
                }
            } while (!over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (IOException e) {
            failure = e;
        } catch (RuntimeException | Error e) {
            failure = new IOException(e.toString(), e); // the run goes on
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does that
        }
    }

    private void append(Snapshot now) throws IOException {
        saidUntil = Math.max(saidUntil, now.endNanos()); // a run can turn out to have ended before
        writer(Deflater.BEST_SPEED).append(now, saidUntil);
    }

    /// @param level how hard to pack, if it is begun now
    private TraceWriter writer(int level) throws IOException {
        TraceWriter open = writer;
        if (open == null) {
            open = new TraceWriter(Files.newOutputStream(part), file, level);
            writer = open;
        }
        return open;
    }

    /// Completes the file and gives it its name.
    ///
    /// @param whole the run, which is over
    public void finish(Snapshot whole) throws TraceFileException, InterruptedException {
        endWatch();
        try {
            TraceWriter begun = writer;
            if (failure == null && begun != null && whole.spans() <= MOST_SPANS_ANEW) {
                writeAnew(whole, begun);
            } else {
                complete(whole);
                WholeFile.move(part, file.toAbsolutePath());
            }
            finished = true;
        } catch (IOException e) {
            throw TraceFile.unwritten(file, e, failure == null || writer == null ? "" : left());
        }
    }

    private String left() {
        return "; what had been written by then is " + part;
    }

    /// What has been written by now stays until the whole is there.
    private void writeAnew(Snapshot whole, TraceWriter begun) throws IOException {
        closed = true;
        begun.close();
        TraceFile.write(whole, file);
        WholeFile.discard(part);
    }

    private void complete(Snapshot whole) throws IOException {
        if (failure != null) {
            throw failure;
        }
        try (TraceWriter open = writer(Deflater.DEFAULT_COMPRESSION)) {
            closed = true;
            open.end(whole);
        }
    }

    /// Where what has been recorded lies, once this is closed; empty if nothing was, or if all is
    /// in the file itself.
    public Optional<Path> unfinished() {
        return writer == null || finished ? Optional.empty() : Optional.of(part);
    }

    /// Leaves the file unfinished, with all that has been recorded by now, unless it has been
    /// [finished][#finish].
    @Override
    public void close() {
        try {
            endWatch();
            if (!closed) {
                closed = true;
                appendLast();
            }
        } catch (IOException e) {
            // What had been written before can be read all the same.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void appendLast() throws IOException {
        try {
            Optional<Snapshot> last = failure == null ? run.get() : Optional.empty();
            if (last.isPresent()) {
                append(last.get());
            }
        } finally {
            if (writer != null) {
                writer.close();
            }
        }
    }

    private void endWatch() throws InterruptedException {
        over.countDown();
        thread.join();
    }
}

package dev.lanescope.concurrency.cpython;

import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Surroundings;
import dev.lanescope.concurrency.crossing.ClockMatch;
import dev.lanescope.concurrency.crossing.ExitWords;
import dev.lanescope.concurrency.crossing.PrivateFolder;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A Python that runs the worker program: what is said to it and what it says, line by line, and
/// the end of it and of all that it started, and of what they wrote for a while: killed, they would
/// leave the sockets of their pools behind.
final class PythonProcess implements AutoCloseable {

    /// How long it may take to say that it is there.
    private static final Duration TO_COME = Duration.ofSeconds(60);

    /// How long it may take to go when it was asked to.
    private static final Duration TO_GO = Duration.ofSeconds(2);

    /// Names the folder to the worker program, which deletes it if we cannot any more.
    private static final String FOLDER = "LANESCOPE_FOLDER";

    /// Where the systems' programs look for a place for such files.
    private static final List<String> FOR_A_WHILE = List.of("TMPDIR", "TEMP", "TMP");

    private final PythonRuntime runtime;
    private final PrivateFolder folder;
    private final Process process;
    private final InputStream in;
    private final OutputStream out;
    private final ErrorOutput errors;
    private final Set<ProcessHandle> started = ConcurrentHashMap.newKeySet();
    private volatile boolean late;

    private PythonProcess(PythonRuntime runtime, PrivateFolder folder, Process process) {
        this.runtime = runtime;
        this.folder = folder;
        this.process = process;
        this.in = new BufferedInputStream(process.getInputStream());
        this.out = process.getOutputStream();
        this.errors = new ErrorOutput(process.getErrorStream());
        var _ = process.onExit().thenRun(this::killStarted);
    }

    /// Starts one.
    ///
    /// @param program where the worker program lies
    /// @throws IOException with one sentence
    static PythonProcess start(PythonRuntime runtime, Path program) throws IOException {
        var builder =
                new ProcessBuilder(
                        List.of(
                                runtime.executable().toString(),
                                "-s",
                                "-X",
                                "utf8",
                                "-m",
                                WorkerProgram.NAME));
        Map<String, String> environment = builder.environment();
        Surroundings.clear(environment);
        environment.put("PYTHONPATH", program.toString());
        environment.put("PYTHONHASHSEED", "0");
        environment.putAll(runtime.environment());
        builder.directory(program.toFile());
        var folder = PrivateFolder.make();
        environment.put(FOLDER, folder.path().toString());
        FOR_A_WHILE.forEach(name -> environment.put(name, folder.path().toString()));
        try {
            return new PythonProcess(runtime, folder, builder.start());
        } catch (IOException e) {
            folder.close();
            throw new IOException(
                    "CPython "
                            + runtime.version()
                            + " at "
                            + runtime.executable()
                            + " could not be started; is it still there?",
                    e);
        }
    }

    /// Waits until it is there, and finds out how its clock differs from ours.
    ClockMatch greet(Observer observer) throws IOException {
        var tooLate =
                CompletableFuture.runAsync(
                        this::giveUp,
                        CompletableFuture.delayedExecutor(
                                TO_COME.toMillis(), TimeUnit.MILLISECONDS));
        try {
            if (!(answer() instanceof Said.Hello hello)) {
                throw new IOException("it did not say hello");
            }
            if (!hello.version().equals(runtime.version())) {
                throw new IOException(
                        "it is CPython "
                                + hello.version()
                                + " now, and was "
                                + runtime.version()
                                + " when it was chosen; choose it again");
            }
            return ClockMatch.measure(this::ping, observer);
        } finally {
            tooLate.cancel(false);
        }
    }

    private void giveUp() {
        late = true;
        kill();
    }

    private long ping() throws IOException {
        say("{\"ping\":1}");
        if (answer() instanceof Said.Pong(long nanos)) {
            return nanos;
        }
        throw new IOException("it was asked for the time and said something else");
    }

    /// @throws IOException without a message if it has ended
    private Said answer() throws IOException {
        Said said = hear();
        if (said == null) {
            throw new IOException("");
        }
        return said;
    }

    /// Says one line of JSON.
    ///
    /// @throws IOException without a message if nobody listens any more: it has ended
    void say(String json) throws IOException {
        synchronized (out) {
            try {
                out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                throw new IOException("", e);
            }
        }
    }

    /// The next thing that it says.
    ///
    /// @return null if it says no more
    /// @throws IOException if it makes no sense
    @Nullable Said hear() throws IOException {
        byte[] line = new byte[Said.LONGEST];
        int length = 0;
        while (true) {
            int next;
            try {
                next = in.read();
            } catch (IOException _) { // the stream was closed because the process was killed
                next = -1;
            }
            if (next < 0) {
                return null;
            }
            if (next == '\n') {
                return Said.read(new String(line, 0, length, StandardCharsets.UTF_8));
            }
            if (length == line.length) {
                throw new IOException("a line without an end");
            }
            line[length++] = (byte) next;
        }
    }

    /// How it ended, as the end of a sentence that begins with its name; it has ended, or is about
    /// to.
    String end() throws InterruptedException {
        if (late) {
            return "did not say hello within " + TO_COME.toSeconds() + " s";
        }
        if (!process.waitFor(TO_GO.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
            return "closed its line";
        }
        String reason = errors.reason();
        return ExitWords.of(process.exitValue()) + (reason.isEmpty() ? "" : " (" + reason + ")");
    }

    /// Its name, for sentences.
    String name() {
        return "CPython " + runtime.version();
    }

    /// A worker has come that says it lives in this process. Its pid is kept while its parents are
    /// there to tell whose it is: when they are gone nobody can find it any more.
    void knows(long pid) {
        if (pid != process.pid() && started.stream().noneMatch(each -> each.pid() == pid)) {
            process.descendants().filter(each -> each.pid() == pid).forEach(started::add);
            if (!process.isAlive()) {
                killStarted();
            }
        }
    }

    /// Ends it and all that it has started, now. A worker that computes in C, with its GIL, hears
    /// of nobody's end.
    void kill() {
        process.descendants().forEach(started::add);
        process.destroyForcibly();
        killStarted();
    }

    /// They hold its line open, so whoever listens would wait for them for ever.
    private void killStarted() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    /// Lets it come to its end, and returns when nothing of it is left.
    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                say("{\"end\":true}");
            }
            if (!process.waitFor(TO_GO.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (IOException _) {
            kill();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            kill();
        }
        process.destroyForcibly();
        killStarted();
        awaitTheirEnd();
        folder.close();
        try {
            out.close();
        } catch (IOException _) {
            // it is gone
        }
    }

    private void awaitTheirEnd() {
        var all = new ArrayList<CompletableFuture<?>>(List.of(process.onExit()));
        started.forEach(each -> all.add(each.onExit()));
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                    .get(TO_GO.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            // the system has not cleared them away yet; they were told to end by force
        }
    }
}

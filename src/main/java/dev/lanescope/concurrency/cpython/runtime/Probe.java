package dev.lanescope.concurrency.cpython.runtime;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks an executable what it is: in a process of its own that sees nothing of the user's settings,
/// prints at most a few kilobytes, and is killed if it takes too long.
final class Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    static final int MOST_PRINTED = 8192;
    private static final int MOST_TOLD = 160;
    private static final int MOST_OF_NAME = 40;
    private static final List<String> LIBRARIES = List.of("mistune", "markdown-it-py", "Markdown");

    private static final Charset NATIVE =
            Charset.forName(
                    System.getProperty("native.encoding", "ISO-8859-1"),
                    StandardCharsets.ISO_8859_1);

    /// How answers are asked for and kept, besides the question.
    private static final String FORM = "as words";

    private static final String VERSION =
            "import sys; sys.stdout.write('%d.%d.%d' % tuple(sys.version_info[:3]))";

    /// Takes the working folder from where modules are looked for.
    private static final String NO_FOLDER =
            "import sys\nsys.path[:] = [place for place in sys.path if place]\n";

    private Probe() {}

    /// What the executable says of itself.
    ///
    /// @throws IOException with one sentence on why it is no CPython that can be used
    static Answer ask(Path executable, Map<String, String> environment) throws IOException {
        try {
            return Answer.ofJson(ask(executable, environment, script(), PATIENCE));
        } catch (Ended e) {
            Optional<String> old = oldVersion(executable);
            throw old.isEmpty() ? e : new IOException(tooOld(old.get()), e);
        }
    }

    /// It ended otherwise than one that has answered.
    private static final class Ended extends IOException {
        private static final long serialVersionUID = 1;

        Ended(String how) {
            super(how);
        }
    }

    /// It did not answer in time, which may be the machine's fault.
    static final class TookTooLong extends IOException {
        private static final long serialVersionUID = 1;

        TookTooLong(Duration patience) {
            super("did not answer within " + patience.toSeconds() + " s");
        }
    }

    /// It printed more than anybody asked for, perhaps without end.
    private static final class PrintedTooMuch extends IOException {
        private static final long serialVersionUID = 1;

        PrintedTooMuch() {
            super(
                    "printed more than "
                            + MOST_PRINTED / 1024
                            + " kB when it was asked what it is, so it was ended");
        }
    }

    /// The beginning of what a program printed.
    ///
    /// @param isAll whether that was all of it
    private record Printed(String text, boolean isAll) {

        /// @throws PrintedTooMuch unless it is all that was printed
        String whole() throws PrintedTooMuch {
            if (!isAll) {
                throw new PrintedTooMuch();
            }
            return text;
        }
    }

    /// What is said of a version that the question cannot be put to, or that nothing runs on.
    static String tooOld(String version) {
        return "is Python "
                + version
                + ", which is too old: 3."
                + PythonRuntime.OLDEST_MINOR
                + " or newer is needed";
    }

    /// The version of a Python so old that it does not understand the question.
    private static Optional<String> oldVersion(Path executable) {
        try {
            return Optional.of(
                            run(
                                    List.of(executable.toString(), "-E", "-S", "-c", VERSION),
                                    Map.of(),
                                    PATIENCE))
                    .filter(said -> said.matches("2\\.\\d{1,2}\\.\\d{1,3}|3\\.[0-8]\\.\\d{1,3}"));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// What it answers to a script of ours, which prints one line.
    ///
    /// @param patience how long it may take
    static String ask(
            Path executable, Map<String, String> environment, String script, Duration patience)
            throws IOException {
        return run(command(executable, !environment.isEmpty(), script), environment, patience);
    }

    /// What a program prints, as text without spaces around it. Whoever prints more than
    /// [#MOST_PRINTED] bytes is ended.
    ///
    /// @throws IOException with the end of a sentence that begins with its name
    static String run(List<String> command, Map<String, String> environment, Duration patience)
            throws IOException {
        var builder = new ProcessBuilder(command);
        Surroundings.clear(builder.environment());
        builder.environment().putAll(environment);
        builder.directory(Path.of(System.getProperty("java.io.tmpdir")).toFile());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IOException("cannot be started: " + end(e.getMessage()), e);
        }
        try {
            process.getOutputStream().close();
            var printed = reading(process.getInputStream(), process);
            var complained = reading(process.getErrorStream(), process);
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TookTooLong(patience);
            }
            String text = soon(printed).whole();
            if (process.exitValue() != 0) {
                String why = soon(complained).whole().strip();
                throw new Ended(
                        "ended with exit code "
                                + process.exitValue()
                                + (why.isEmpty() ? "" : ", saying '" + end(why) + "'"));
            }
            return text.strip();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("was not waited for", e);
        } catch (TimeoutException e) {
            throw new IOException("ended and left somebody who holds its output open", e);
        } catch (ExecutionException e) {
            throw new IOException("could not be asked: " + e.getCause(), e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /// Isolated, it would not hear of the variables that switch its GIL and its JIT: then it is
    /// kept from the user's folders only, and from the working folder by the script itself.
    private static List<String> command(Path executable, boolean switched, String script) {
        return switched
                ? List.of(executable.toString(), "-s", "-S", "-c", NO_FOLDER + script)
                : List.of(executable.toString(), "-I", "-S", "-c", script);
    }

    /// On a thread of its own: those that read for Pythons that hang must not keep it waiting.
    private static CompletableFuture<Printed> reading(InputStream from, Process program) {
        return CompletableFuture.supplyAsync(
                () -> {
                    Printed head = head(from);
                    if (!head.isAll()) {
                        program.destroyForcibly();
                    }
                    return head;
                },
                reader -> Thread.ofPlatform().daemon().start(reader));
    }

    private static Printed soon(CompletableFuture<Printed> reading)
            throws InterruptedException, ExecutionException, TimeoutException {
        return reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// The end of what was said, which is where the reason stands: its last line, in plain letters.
    private static String end(@Nullable String said) {
        String line = said == null ? "" : said.lines().reduce("", (_, last) -> last).strip();
        String plain = line.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.substring(Math.max(0, plain.length() - MOST_TOLD));
    }

    /// What an interpreter is asked, in Python.
    static String script() throws IOException {
        return script("probe.py");
    }

    /// Tells answers apart that were given to another question, or asked for or kept in another
    /// way.
    static String question() throws IOException {
        return Integer.toHexString((FORM + NO_FOLDER + script()).hashCode());
    }

    /// A script of ours.
    static String script(String name) throws IOException {
        try (InputStream in = Probe.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the program has lost its " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// UTF-8, or what this system's programs write where it is not: so do those of Windows.
    static String text(byte[] printed) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(printed)).toString();
        } catch (CharacterCodingException _) {
            return new String(printed, NATIVE);
        }
    }

    private static Printed head(InputStream printed) {
        try (printed) {
            byte[] head = printed.readNBytes(MOST_PRINTED + 1);
            return new Printed(text(head), head.length <= MOST_PRINTED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What an answer means.
    ///
    /// @param said what [#ask] returned, now or another time
    /// @throws IOException with one sentence on why it is no CPython that can be used
    static PythonRuntime read(
            Path executable, Map<String, String> environment, boolean comesAlong, Answer said)
            throws IOException {
        String implementation = said.text("implementation");
        if (!implementation.equals("CPython")) {
            throw new IOException("is " + implementation + ", not CPython");
        }
        String version = said.text("version");
        if (!version.matches("\\d{1,2}\\.\\d{1,3}\\.\\d{1,4}[A-Za-z0-9.+]{0,20}")) {
            throw new IOException("has no version that makes sense");
        }
        List<String> libraries = new ArrayList<>();
        LIBRARIES.stream().filter(name -> said.is(name)).forEach(libraries::add);
        String name =
                version.replaceAll("\\+$", "")
                        + (said.is("freeThreaded") ? "t" : "")
                        + venv(said.text("venv"));
        var runtime =
                new PythonRuntime(
                        name,
                        executable,
                        environment,
                        version,
                        said.is("freeThreaded"),
                        said.is("gil"),
                        said.is("jitAvailable"),
                        said.is("jitEnabled"),
                        said.is("interpreters"),
                        said.is("interpreterPool"),
                        libraries,
                        comesAlong,
                        BuildFlags.read(said));
        return runtime.called(name + runtime.switches());
    }

    /// What stands behind the version of a Python in a virtual environment: the name of its folder,
    /// or of the folder around it where that is `.venv`, as it mostly is.
    static String venv(String prefix) {
        if (prefix.isEmpty()) {
            return "";
        }
        try {
            Path folder = Path.of(prefix);
            Path around = folder.getParent();
            Path last = folder.getFileName();
            if (last != null && last.toString().matches("\\.?v?env\\d*") && around != null) {
                last = around.getFileName();
            }
            String name = last == null ? "" : last.toString().replaceAll("[^A-Za-z0-9._-]", "_");
            return "-venv-" + name.substring(0, Math.min(MOST_OF_NAME, name.length()));
        } catch (InvalidPathException _) {
            return "-venv";
        }
    }

    /// What is said of one that printed something else.
    static String nonsense(String answer) {
        return answer.isEmpty()
                ? "printed nothing when it was asked what it is"
                : "printed something else than it was asked: '" + end(answer) + "'";
    }
}

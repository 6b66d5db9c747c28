package dev.lanescope.concurrency.cpython.runtime;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Asks an executable what it is: in a process of its own that sees nothing of the user's settings,
/// prints at most a few kilobytes, and is killed if it takes too long.
final class Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_PRINTED = 4096;
    private static final List<String> LIBRARIES = List.of("mistune", "markdown-it-py", "Markdown");

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(4)
                                                    .maxDocumentLength(MOST_PRINTED)
                                                    .build())
                                    .build())
                    .build();

    private Probe() {}

    /// What the executable says of itself, as one line of JSON.
    ///
    /// @throws IOException with one sentence on why it is no CPython that can be used
    static String ask(Path executable, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(executable.toString(), "-I", "-S", "-c", script());
        Surroundings.clear(builder.environment());
        builder.environment().putAll(environment);
        builder.directory(Path.of(System.getProperty("java.io.tmpdir")).toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            var printed = CompletableFuture.supplyAsync(() -> head(process.getInputStream()));
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("did not answer within " + PATIENCE.toSeconds() + " s");
            }
            String text = printed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (process.exitValue() != 0) {
                throw new IOException("ended with exit code " + process.exitValue());
            }
            return text.strip();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("was not waited for", e);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("could not be asked: " + e.getMessage(), e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String script() throws IOException {
        try (InputStream in = Probe.class.getResourceAsStream("probe.py")) {
            if (in == null) {
                throw new IOException("the program has lost its probe.py");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String head(InputStream printed) {
        try (printed) {
            return new String(printed.readNBytes(MOST_PRINTED), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What an answer means.
    ///
    /// @param answer what [#ask] returned, now or another time
    /// @throws IOException with one sentence on why it is no CPython that can be used
    static PythonRuntime read(
            Path executable, Map<String, String> environment, boolean comesAlong, String answer)
            throws IOException {
        JsonNode said;
        try {
            said = JSON.readTree(answer);
        } catch (RuntimeException e) {
            throw new IOException("printed something else than it was asked", e);
        }
        if (said.path("lanescope").asInt(0) != 1) {
            throw new IOException("printed something else than it was asked");
        }
        String implementation = said.path("implementation").asString("");
        if (!implementation.equals("CPython")) {
            throw new IOException("is " + implementation + ", not CPython");
        }
        String version = said.path("version").asString("");
        if (!version.matches("\\d{1,2}\\.\\d{1,3}\\.\\d{1,4}[A-Za-z0-9.+]{0,20}")) {
            throw new IOException("has no version that makes sense");
        }
        List<String> libraries = new ArrayList<>();
        LIBRARIES.stream().filter(name -> is(said, name)).forEach(libraries::add);
        return new PythonRuntime(
                name(version, said, environment),
                executable,
                environment,
                version,
                is(said, "freeThreaded"),
                is(said, "gil"),
                is(said, "jitAvailable"),
                is(said, "jitEnabled"),
                is(said, "interpreters"),
                is(said, "interpreterPool"),
                libraries,
                comesAlong);
    }

    private static String name(String version, JsonNode said, Map<String, String> environment) {
        String name = version.replaceAll("\\+$", "") + (is(said, "freeThreaded") ? "t" : "");
        if (environment.containsKey(Surroundings.GIL)) {
            name += is(said, "gil") ? "+gil" : "+nogil";
        }
        if (environment.containsKey(Surroundings.JIT)) {
            name += is(said, "jitEnabled") ? "+jit" : "+nojit";
        }
        return name;
    }

    private static boolean is(JsonNode said, String name) {
        return said.path(name).asBoolean(false);
    }
}

package dev.lanescope.concurrency.cpython.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One way to run one CPython: an executable, and the environment that switches its GIL or its JIT.
///
/// @param id what `--runtime` takes, such as `3.14.3`, `3.14.3t`, `3.14.3t+gil`, `3.15.0+jit`
/// @param executable the real file, links followed; that of a virtual environment as it lies there
/// @param environment what is set besides the usual; empty for the build's own default
/// @param version such as `3.14.3`
/// @param freeThreaded whether it was built so that it can go without the GIL
/// @param gil whether it has the GIL when it runs like this
/// @param jitAvailable whether a JIT was built in
/// @param jitEnabled whether it is switched on like this
/// @param interpreters whether `concurrent.interpreters` is there
/// @param interpreterPool whether `InterpreterPoolExecutor` is there
/// @param libraries the Markdown libraries it has, best first
/// @param comesAlong whether it came with Lanescope
/// @param flags how the binary was made
public record PythonRuntime(
        String id,
        Path executable,
        Map<String, String> environment,
        String version,
        boolean freeThreaded,
        boolean gil,
        boolean jitAvailable,
        boolean jitEnabled,
        boolean interpreters,
        boolean interpreterPool,
        List<String> libraries,
        boolean comesAlong,
        BuildFlags flags) {

    /// The oldest that the worker program is written for.
    public static final int OLDEST_MINOR = 9;

    public PythonRuntime {
        environment = Map.copyOf(environment);
        libraries = List.copyOf(libraries);
    }

    /// The same under another name.
    PythonRuntime called(String name) {
        return new PythonRuntime(
                name,
                executable,
                environment,
                version,
                freeThreaded,
                gil,
                jitAvailable,
                jitEnabled,
                interpreters,
                interpreterPool,
                libraries,
                comesAlong,
                flags);
    }

    /// What stands behind its name, or behind the path of its executable, to have it run like this:
    /// `+gil`, `+nojit`; empty if it is the usual way.
    public String switches() {
        return (environment.containsKey(Surroundings.GIL) ? gil ? "+gil" : "+nogil" : "")
                + (environment.containsKey(Surroundings.JIT) ? jitEnabled ? "+jit" : "+nojit" : "");
    }

    /// The minor version, such as 14 of 3.14.3.
    public int minor() {
        return number(1);
    }

    /// The last figure of the version.
    int micro() {
        return number(2);
    }

    private int number(int place) {
        String[] parts = version.split("\\.", -1);
        String digits = parts.length > place ? parts[place].replaceAll("\\D.*", "") : "";
        return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }

    /// Whether the worker program runs on it.
    boolean isNewEnough() {
        return version.startsWith("3.") && minor() >= OLDEST_MINOR;
    }

    /// What people call it.
    public String title() {
        return "CPython " + version + (comesAlong ? " (" + Runtimes.COMES_ALONG + ")" : "");
    }

    /// How it was built and is run, in words: what moves figures besides the executor.
    public String build() {
        List<String> words = new ArrayList<>();
        words.add(
                freeThreaded
                        ? gil ? "free-threaded build, GIL on" : "free-threaded, no GIL"
                        : "GIL");
        words.add(jitAvailable ? jitEnabled ? "JIT on" : "JIT off" : "no JIT");
        return String.join(", ", words);
    }
}

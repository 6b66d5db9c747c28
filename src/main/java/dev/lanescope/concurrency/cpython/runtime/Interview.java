package dev.lanescope.concurrency.cpython.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Asks executables what they are, in all the ways in which they can be run, and remembers what
/// they said.
final class Interview {

    private final ProbeCache cache;

    Interview(ProbeCache cache) {
        this.cache = cache;
    }

    /// One executable in all the ways in which it can be run; the usual one first.
    List<PythonRuntime> ways(Path executable, boolean comesAlong) throws IOException {
        if (!Files.exists(executable)) {
            throw new IOException(Places.whyNoProgram(executable));
        }
        PythonRuntime usual = one(executable, Map.of(), comesAlong);
        List<PythonRuntime> all = new ArrayList<>(List.of(usual));
        if (usual.freeThreaded()) {
            String other = usual.gil() ? "0" : "1";
            all.add(one(executable, Map.of(Surroundings.GIL, other), comesAlong));
        }
        if (usual.jitAvailable()) {
            String other = usual.jitEnabled() ? "0" : "1";
            all.add(one(executable, Map.of(Surroundings.JIT, other), comesAlong));
        }
        return all;
    }

    /// The same for somebody who names it: what went wrong before does not count.
    List<PythonRuntime> waysAnew(Path executable, boolean comesAlong) throws IOException {
        cache.forgetFailures(executable);
        List<PythonRuntime> ways = ways(executable, comesAlong);
        keep();
        return ways;
    }

    /// One way to run it.
    ///
    /// @throws IOException with the end of a sentence that begins with its path, if it does not
    ///   answer or is too old
    PythonRuntime one(Path executable, Map<String, String> environment, boolean comesAlong)
            throws IOException {
        Answer answer = cache.answer(executable, environment);
        PythonRuntime runtime = Probe.read(executable, environment, comesAlong, answer);
        if (!runtime.isNewEnough()) {
            throw new IOException(Probe.tooOld(runtime.version()));
        }
        return comesAlong ? runtime.called(Runtimes.COMES_ALONG) : runtime;
    }

    void forgetFailures() {
        cache.forgetFailures();
    }

    void keep() {
        cache.keep();
    }
}

package dev.lanescope.cli;

import dev.lanescope.concurrency.cpython.runtime.BuildFlags;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;

import java.util.List;

/// A CPython as programs read it; the keys stand in `docs/terminal.md`.
record RuntimeJson(
        String id,
        String version,
        String executable,
        boolean freeThreaded,
        boolean gil,
        boolean jitAvailable,
        boolean jitEnabled,
        boolean interpreters,
        boolean interpreterPool,
        List<String> libraries,
        boolean comesAlong,
        BuildFlags flags) {

    RuntimeJson {
        libraries = List.copyOf(libraries);
    }

    static RuntimeJson of(PythonRuntime runtime) {
        return new RuntimeJson(
                runtime.id(),
                runtime.version(),
                runtime.executable().toString(),
                runtime.freeThreaded(),
                runtime.gil(),
                runtime.jitAvailable(),
                runtime.jitEnabled(),
                runtime.interpreters(),
                runtime.interpreterPool(),
                runtime.libraries(),
                runtime.comesAlong(),
                runtime.flags());
    }
}

package dev.lanescope.concurrency.cpython.runtime;

import java.util.Map;

/// The environment variables of a Python: nothing of the user's reaches it that would change what
/// it is.
public final class Surroundings {

    /// Switches the GIL of a free-threaded build: `0` or `1`.
    public static final String GIL = "PYTHON_GIL";

    /// Switches the JIT of a build that has one: `0` or `1`.
    public static final String JIT = "PYTHON_JIT";

    private Surroundings() {}

    /// Takes out what would change an interpreter.
    public static void clear(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(name ->
                        name.startsWith("PYTHON")
                                || name.startsWith("DYLD_")
                                || name.equals("LD_PRELOAD")
                                || name.equals("LD_LIBRARY_PATH")
                                || name.equals("__PYVENV_LAUNCHER__"));
    }
}

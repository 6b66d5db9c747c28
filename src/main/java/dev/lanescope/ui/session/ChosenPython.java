package dev.lanescope.ui.session;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Which CPython somebody chose, by what makes it that one: found again after a restart, it is the
/// same or it is none.
///
/// @param name `bundled`, or the path of its executable; behind either how it is to be run
/// @param version such as `3.14.3`
/// @param build with or without GIL and JIT, in words
public record ChosenPython(String name, String version, String build) {

    static ChosenPython of(PythonRuntime runtime) {
        String place =
                runtime.comesAlong() ? Runtimes.COMES_ALONG : runtime.executable().toString();
        return new ChosenPython(place + runtime.switches(), runtime.version(), runtime.build());
    }

    /// Finds it again.
    ///
    /// @throws IOException with one sentence if it is gone, or is not what it was
    PythonRuntime in(Runtimes runtimes) throws IOException {
        PythonRuntime now;
        try {
            now = runtimes.named(name);
        } catch (IOException e) {
            throw new IOException(
                    words()
                            + (isGone()
                                    ? " is not there any more"
                                    : " cannot be used any more: " + e.getMessage())
                            + "; choose another one.",
                    e);
        }
        if (!now.version().equals(version) || !now.build().equals(build)) {
            throw new IOException(
                    words()
                            + " is CPython "
                            + now.version()
                            + " now ("
                            + now.build()
                            + "); choose it again, or another one.");
        }
        return now;
    }

    private String words() {
        return "CPython " + version + " (" + build + ") at " + name + ", which you chose,";
    }

    private boolean isGone() {
        try {
            return !name.startsWith(Runtimes.COMES_ALONG)
                    && !Files.exists(Path.of(name.replaceAll("(\\+(no)?(gil|jit))+$", "")));
        } catch (InvalidPathException _) {
            return true;
        }
    }
}

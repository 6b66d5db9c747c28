package dev.lanescope.ui.session;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.recording.Workspace;
import dev.lanescope.ui.kit.Background;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Finds the CPythons of this machine in the background.
public final class PythonKeeper {

    private final Background background;

    PythonKeeper(Background background) {
        this.background = background;
    }

    /// What there is.
    ///
    /// @param runtimes those that can be used
    /// @param leftOut sentences on what cannot, and on what was not found
    /// @param best the one that is taken where nobody chose
    public record Pythons(List<PythonRuntime> runtimes, List<String> leftOut, PythonRuntime best) {
        public Pythons {
            runtimes = List.copyOf(runtimes);
            leftOut = List.copyOf(leftOut);
        }
    }

    /// Finds them; the one that comes along is unpacked by that.
    public void find(Consumer<Pythons> found, Consumer<Throwable> failed) {
        background.run("find Pythons", PythonKeeper::find, found, failed);
    }

    private static Pythons find() throws Exception {
        var runtimes = new Runtimes(Workspace.root());
        PythonRuntime best = runtimes.best();
        Runtimes.Found all = runtimes.find();
        return new Pythons(
                all.runtimes().stream().filter(PythonRuntime::isNewEnough).toList(),
                runtimes.remarks(all),
                best);
    }

    /// Asks an executable that lies elsewhere; it may be several runtimes.
    public void add(
            Path executable, Consumer<List<PythonRuntime>> found, Consumer<Throwable> failed) {
        background.run(
                "ask a Python", () -> new Runtimes(Workspace.root()).at(executable), found, failed);
    }
}

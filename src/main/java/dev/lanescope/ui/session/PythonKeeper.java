package dev.lanescope.ui.session;

import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.RuntimeNames;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.recording.Abilities;
import dev.lanescope.recording.Machine;
import dev.lanescope.recording.Workspace;
import dev.lanescope.trace.Fact;
import dev.lanescope.ui.kit.Background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The CPythons of this machine, found in the background, and the one that all models of Python run
/// on: only within one interpreter can they be compared.
public final class PythonKeeper {

    /// Said while one is being found.
    public static final String LOOKING = "Looking for a CPython\u2026";

    /// The facts of the machine that models live by.
    private static final List<String> OF_MODELS =
            List.of("Processor", "Java", "Virtual threads", "Class loaders");

    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<PythonRuntime>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    PythonKeeper(Background background) {
        this.background = background;
    }

    /// What there is.
    ///
    /// @param runtimes those that can be used
    /// @param leftOut sentences on what cannot, and on what was not found
    /// @param best the one that is taken where nobody chose
    /// @param machine what the models of the JVM run on
    public record Pythons(
            List<PythonRuntime> runtimes,
            List<String> leftOut,
            PythonRuntime best,
            List<Fact> machine) {
        public Pythons {
            runtimes = List.copyOf(runtimes);
            leftOut = List.copyOf(leftOut);
            machine = List.copyOf(machine);
        }
    }

    /// The one that the models of Python run on; empty until somebody chose, or wanted the best.
    public ReadOnlyObjectProperty<Optional<PythonRuntime>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// From now on the models of Python run on this one.
    public void choose(PythonRuntime runtime) {
        chosen.set(Optional.of(runtime));
    }

    /// Chooses the best one, unless somebody has chosen.
    ///
    /// @param failed told why there is none
    public void wish(Consumer<Throwable> failed) {
        if (chosen.get().isEmpty()) {
            find(
                    found -> {
                        if (chosen.get().isEmpty()) {
                            choose(found.best());
                        }
                    },
                    failed);
        }
    }

    /// The model on the one that was chosen; on the best one, found when a run begins, where nobody
    /// chose or the one that was chosen cannot do it.
    public PythonModel onChosen(PythonModel model) {
        return chosen.get()
                .filter(runtime -> model.refusal(runtime).isEmpty())
                .map(model::on)
                .orElseGet(model::onTheBest);
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
                best,
                Stream.concat(Machine.facts().stream(), Abilities.facts().stream())
                        .filter(fact -> OF_MODELS.contains(fact.name()))
                        .toList());
    }

    /// Asks an executable that lies elsewhere; it may be several runtimes.
    public void add(
            Path executable, Consumer<List<PythonRuntime>> found, Consumer<Throwable> failed) {
        background.run(
                "ask a Python", () -> new Runtimes(Workspace.root()).at(executable), found, failed);
    }

    /// Asks each which names its library has, which takes as long as to start them all.
    public void askNames(
            List<PythonRuntime> runtimes,
            Consumer<RuntimeNames> found,
            Consumer<Throwable> failed) {
        background.run("ask Pythons for names", () -> RuntimeNames.of(runtimes), found, failed);
    }
}

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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The CPythons of this machine, found in the background, and the one that all models of Python run
/// on: only within one interpreter can they be compared. What somebody chose stays chosen, also
/// over restarts; where it is gone, that is said, and no other takes its place.
public final class PythonKeeper {

    /// Said while one is being found.
    public static final String LOOKING = "Looking for a CPython\u2026";

    /// The facts of the machine that models live by.
    private static final List<String> OF_MODELS =
            List.of("Processor", "Java", "Virtual threads", "Class loaders");

    private final Background background;
    private final Settings settings;
    private String missing = "";
    private Runnable all = () -> {};
    private final ReadOnlyObjectWrapper<Optional<PythonRuntime>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    PythonKeeper(Background background, Settings settings) {
        this.background = background;
        this.settings = settings;
    }

    /// Whoever asks for all of them is told that way where they are shown.
    public void onShowAll(Runnable shows) {
        all = shows;
    }

    /// Shows them all, with what is known of them.
    public void showAll() {
        all.run();
    }

    /// What there is.
    ///
    /// @param runtimes those that can be used
    /// @param leftOut sentences on what cannot, and on what was not found
    /// @param best the one that is taken where nobody chose; empty if there is none
    /// @param added the executables that the user added
    /// @param toUnpack whether one comes along that was not unpacked yet
    /// @param machine what the models of the JVM run on
    public record Pythons(
            List<PythonRuntime> runtimes,
            List<String> leftOut,
            Optional<PythonRuntime> best,
            List<Fact> machine,
            List<Path> added,
            boolean toUnpack) {
        public Pythons {
            runtimes = List.copyOf(runtimes);
            leftOut = List.copyOf(leftOut);
            machine = List.copyOf(machine);
            added = List.copyOf(added);
        }
    }

    /// The one that the models of Python run on; empty until somebody chose, or wanted the best.
    public ReadOnlyObjectProperty<Optional<PythonRuntime>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// From now on the models of Python run on this one.
    public void choose(PythonRuntime runtime) {
        settings.setPython(ChosenPython.of(runtime));
        take(runtime);
    }

    private void take(PythonRuntime runtime) {
        missing = "";
        chosen.set(Optional.of(runtime));
    }

    /// Takes the one that was chosen, on this day or another; the best one where nobody has chosen.
    ///
    /// @param failed told why there is none, which is so too where the one that was chosen is gone
    public void wish(Consumer<Throwable> failed) {
        wish(failed, _ -> {});
    }

    /// The same.
    ///
    /// @param otherwise told why it is not the one that comes along, if that could not be had
    public void wish(Consumer<Throwable> failed, Consumer<String> otherwise) {
        if (chosen.get().isPresent()) {
            return;
        }
        Optional<ChosenPython> kept = settings.python();
        if (kept.isPresent()) {
            background.run(
                    "find the chosen Python",
                    () -> kept.get().in(new Runtimes(Workspace.root())),
                    this::takeFirst,
                    why -> {
                        missing = String.valueOf(why.getMessage());
                        failed.accept(why);
                    });
        } else {
            background.run(
                    "find a Python",
                    () -> new Runtimes(Workspace.root()).best(),
                    best -> {
                        takeFirst(best.runtime());
                        if (!best.why().isEmpty()) {
                            otherwise.accept(best.why());
                        }
                    },
                    failed);
        }
    }

    /// Unless somebody has chosen meanwhile.
    private void takeFirst(PythonRuntime runtime) {
        if (chosen.get().isEmpty()) {
            take(runtime);
        }
    }

    /// The model on the one that was chosen, whether that can do it or not: no other takes its
    /// place. On the best one, found when a run begins, where nobody chose.
    public PythonModel onChosen(PythonModel model) {
        return chosen.get()
                .map(model::on)
                .orElseGet(() -> missing.isEmpty() ? model.onTheBest() : model.onNone(missing));
    }

    /// Finds them.
    public void find(Consumer<Pythons> found, Consumer<Throwable> failed) {
        background.run("find Pythons", PythonKeeper::find, found, failed);
    }

    private static Pythons find() throws Exception {
        var runtimes = new Runtimes(Workspace.root());
        List<String> remarks = new ArrayList<>();
        Optional<PythonRuntime> best = best(runtimes, remarks);
        Runtimes.Found all = runtimes.find();
        remarks.addAll(runtimes.remarks(all));
        return new Pythons(
                all.runtimes(),
                remarks,
                best,
                Stream.concat(Machine.facts().stream(), Abilities.facts().stream())
                        .filter(fact -> OF_MODELS.contains(fact.name()))
                        .toList(),
                runtimes.added(),
                runtimes.toUnpack(all).isPresent());
    }

    /// @param remarks where it is told why there is none, or another than usual
    private static Optional<PythonRuntime> best(Runtimes runtimes, List<String> remarks) {
        try {
            Runtimes.Best best = runtimes.best();
            if (!best.why().isEmpty()) {
                remarks.add(best.why());
            }
            return Optional.of(best.runtime());
        } catch (IOException e) {
            remarks.add(Sentence.begun(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /// Finds them once more, and asks those again that failed.
    public void findAgain(Consumer<Pythons> found, Consumer<Throwable> failed) {
        background.run(
                "ask Pythons again",
                () -> {
                    new Runtimes(Workspace.root()).tryAgain();
                    return find();
                },
                found,
                failed);
    }

    /// Unpacks the one that comes along.
    public void unpack(Consumer<PythonRuntime> there, Consumer<Throwable> failed) {
        background.run(
                "unpack Python", () -> new Runtimes(Workspace.root()).unpacked(), there, failed);
    }

    /// Adds an executable that lies elsewhere, for good; it may be several runtimes.
    public void add(
            Path executable, Consumer<List<PythonRuntime>> found, Consumer<Throwable> failed) {
        background.run(
                "ask a Python",
                () -> new Runtimes(Workspace.root()).add(executable),
                found,
                failed);
    }

    /// Forgets one that was added; it stays chosen if it is.
    public void remove(Path executable, Consumer<Path> done, Consumer<Throwable> failed) {
        background.run(
                "forget a Python",
                () -> {
                    new Runtimes(Workspace.root()).remove(executable);
                    return executable;
                },
                done,
                failed);
    }

    /// Asks each which names its library has, which takes as long as to start them all.
    public void askNames(
            List<PythonRuntime> runtimes,
            Consumer<RuntimeNames> found,
            Consumer<Throwable> failed) {
        background.run("ask Pythons for names", () -> RuntimeNames.of(runtimes), found, failed);
    }
}

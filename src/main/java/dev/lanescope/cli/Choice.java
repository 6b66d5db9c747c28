package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.WorkerRange;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.recording.Workspace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A model and a number of workers that go together.
///
/// @param threads how many of them share a process or an interpreter, where several can
record Choice(ConcurrencyModel model, int workers, int threads) {

    static final String DEFAULT_MODEL = "fixed-pool";

    /// Finds the model and fits the workers to it.
    ///
    /// @param modelId with the runtime behind it, if one was chosen: `python-threads@3.14.3`
    /// @param workers null if the user did not say: as many as there are processors, or as the
    ///   model allows
    static Choice of(String modelId, @Nullable Integer workers) throws TerminalException {
        String runtime = runtimeIn(modelId);
        ConcurrencyModel model = model(modelId.substring(0, modelId.length() - runtime.length()));
        if (!runtime.isEmpty()) {
            model = new Choice(model, model.workers().least()).on(runtime.substring(1)).model();
        }
        WorkerRange range = model.workers();
        if (workers == null) {
            int processors = Runtime.getRuntime().availableProcessors();
            return new Choice(model, Math.clamp(processors, range.least(), range.most()));
        }
        if (!range.contains(workers)) {
            throw TerminalException.badInput(refusal(model, workers));
        }
        return new Choice(model, workers);
    }

    /// What stands behind a model's name: `@` and a runtime, or nothing.
    static String runtimeIn(String modelId) {
        int at = modelId.indexOf('@');
        return at < 0 ? "" : modelId.substring(at);
    }

    /// The id of the model alone.
    String id() {
        return model.id();
    }

    /// The same on a runtime; only models of Python have one.
    ///
    /// @param runtime its name or path; null if the user did not say, then the best there is
    Choice on(@Nullable String runtime) throws TerminalException {
        if (model instanceof PythonModel python) {
            try {
                String name = runtime == null ? "" : runtime;
                return new Choice(python.on(name, Workspace.root()), workers);
            } catch (IOException e) {
                throw TerminalException.badInput(sentence(String.valueOf(e.getMessage())));
            }
        }
        if (runtime != null) {
            throw TerminalException.badInput(
                    "--runtime is for models of Python; " + model.id() + " runs on this JVM.");
        }
        return this;
    }

    static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    /// Refuses a model that renders in another program.
    ///
    /// @param why what the command does that needs our own
    Choice ofOurs(String why) throws TerminalException {
        if (model.isForeign()) {
            throw TerminalException.badInput(
                    model.id() + " cannot be had here: " + why + "; `run` takes it.");
        }
        return this;
    }

    /// Everything as usual but the threads in each process or interpreter.
    private Choice(ConcurrencyModel model, int workers) {
        this(model, workers, Knobs.STANDARD.threads());
    }

    /// The same model with each number of groups and of threads in each.
    List<Choice> grid(List<Integer> groups, List<Integer> threadsEach) throws TerminalException {
        Optional<String> refusal = model.refusal(Knob.THREADS);
        if (refusal.isPresent()) {
            throw TerminalException.badInput(
                    model.id()
                            + " has no grid of processes and threads. "
                            + refusal.get()
                            + " hybrid and isolated-gil have one.");
        }
        var cells = new ArrayList<Choice>();
        for (int group : groups) {
            TerminalException.within("--processes", group, 1, model.workers().most());
            for (int each : threadsEach) {
                TerminalException.within("--threads", each, 1, Knobs.MOST_THREADS);
                if (!model.workers().contains(group * each)) {
                    throw TerminalException.badInput(refusal(model, group * each));
                }
                cells.add(new Choice(model, group * each, each));
            }
        }
        return cells;
    }

    private static ConcurrencyModel model(String id) throws TerminalException {
        List<String> ids = Models.selectable().stream().map(ConcurrencyModel::id).toList();
        return Models.byId(id)
                .orElseThrow(() ->
                        TerminalException.badInput(
                                "there is no model '"
                                        + id
                                        + "'; there are "
                                        + String.join(", ", ids)
                                        + "."
                                        + Nearest.question(id, ids)));
    }

    private static String refusal(ConcurrencyModel model, int workers) {
        WorkerRange range = model.workers();
        if (range.isFixed()) {
            return model.id()
                    + " has exactly "
                    + Amounts.count(range.least(), "worker")
                    + ": "
                    + range.why()
                    + "; leave --workers out.";
        }
        return model.id()
                + " takes "
                + range.least()
                + " to "
                + range.most()
                + " workers, not "
                + workers
                + ".";
    }
}

package dev.lanescope.cli;

import dev.lanescope.analysis.compare.Certainty;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.Site;
import dev.lanescope.exchange.bundle.StudyCommand;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.recording.Experiment;
import dev.lanescope.study.Study;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a study does, without saying to which folder: enough to do it again elsewhere.
///
/// @param verb whether models or numbers of workers are compared
/// @param models ids; `sequential` is added as the baseline
/// @param workers for each of them that allows it; empty for one per processor
/// @param threads if there are any, a grid: `workers` counts processes or interpreters, each of
///   them with each of these numbers of threads
/// @param cold whether each run has a JVM of its own
/// @param look the options beside it that say how the site is to look, as typed
/// @param knobs what all runs have in common: their latency
record StudyPlan(
        Verb verb,
        List<String> models,
        List<Integer> workers,
        List<Integer> threads,
        int repeats,
        int warmUp,
        boolean cold,
        long seed,
        boolean drafts,
        List<String> look,
        Knobs knobs) {

    /// The command that does it.
    enum Verb {
        COMPARE,
        SWEEP
    }

    static final String BASELINE = "sequential";

    StudyPlan {
        models = List.copyOf(models);
        workers = List.copyOf(workers);
        threads = List.copyOf(threads);
        look = List.copyOf(look);
    }

    /// Each model with each number of workers that it takes, the baseline first.
    List<Choice> choices() throws TerminalException {
        TerminalException.within("--repeats", repeats, 1, Study.MOST_REPEATS);
        TerminalException.within("--warm-up", warmUp, 0, Knobs.MOST_PASSES);
        var choices = new LinkedHashSet<Choice>();
        var found = new HashMap<String, Choice>();
        choices.add(ready(baseline(), found));
        for (String model : models) {
            Choice usual = ready(model.strip(), found);
            if (!threads.isEmpty()) {
                choices.addAll(usual.grid(workers, threads));
                continue;
            }
            if (workers.isEmpty() || usual.model().workers().isFixed()) {
                choices.add(usual);
                continue;
            }
            for (int number : workers) {
                choices.add(
                        new Choice(
                                usual.model(),
                                Choice.of(model.strip(), number).workers(),
                                usual.threads()));
            }
        }
        if ((long) choices.size() * repeats > Study.MOST_RUNS) {
            throw TerminalException.badInput(
                    choices.size()
                            + " settings in "
                            + repeats
                            + " rounds are more than "
                            + Study.MOST_RUNS
                            + " runs; ask for fewer of either.");
        }
        return List.copyOf(choices);
    }

    /// Executors of Python are held against Python, in one interpreter; with others among them,
    /// nothing written is the same, and there is no verdict.
    private String baseline() throws TerminalException {
        boolean python = !models.isEmpty();
        for (String model : models) {
            python &= Choice.of(model.strip(), null).model().isForeign();
        }
        return python
                ? "python-" + BASELINE + Choice.runtimeIn(models.getFirst().strip())
                : BASELINE;
    }

    /// With the Python that it is to run on, the same for all that name none. A cold run is one of
    /// our own JVM.
    private Choice ready(String name, Map<String, Choice> found) throws TerminalException {
        @Nullable Choice known = found.get(name);
        if (known == null) {
            known = Choice.of(name, null);
            if (cold) {
                known = known.ofOurs("with --cold each run has a JVM of its own");
            }
            known = Choice.runtimeIn(name).isEmpty() ? known.on(null) : known;
            found.put(name, known);
        }
        return known;
    }

    Study study(List<Choice> choices, Site site, Path output, RenderSettings settings) {
        List<Experiment> experiments = new ArrayList<>();
        for (Choice choice : choices) {
            experiments.add(
                    new Experiment(site, output, choice.model(), choice.workers(), settings, true)
                            .with(knobs.withThreads(choice.threads()).withWarmUp(warmUp))
                            .watchingJvm(true));
        }
        return new Study(experiments, repeats, seed, cold);
    }

    /// The same with as many rounds as its comparisons need to be certain together; see
    /// [Certainty].
    StudyPlan withEnoughRepeats() throws TerminalException {
        return withRepeats(Certainty.needed(Math.max(1, choices().size() - 1)));
    }

    /// The same with other rounds.
    StudyPlan withRepeats(int rounds) {
        return new StudyPlan(
                verb, models, workers, threads, rounds, warmUp, cold, seed, drafts, look, knobs);
    }

    /// That it has too few rounds for its comparisons, if so.
    Optional<String> objection(int settings) {
        return verb == Verb.COMPARE
                ? Certainty.objection(repeats, Math.max(1, settings - 1))
                : Optional.empty();
    }

    /// The same with other numbers of workers.
    StudyPlan withWorkers(List<Integer> others) {
        return new StudyPlan(
                verb, models, others, threads, repeats, warmUp, cold, seed, drafts, look, knobs);
    }

    /// What to type to do it.
    ///
    /// @param folder what stands for the folder of pages
    List<String> command(String folder) {
        return new StudyCommand(
                        verb == Verb.SWEEP,
                        models,
                        workers,
                        threads,
                        repeats,
                        warmUp,
                        cold,
                        seed,
                        drafts,
                        look,
                        knobs.options())
                .words(folder);
    }
}

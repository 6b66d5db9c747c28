package dev.lanescope.ui.scaling;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.recording.Experiment;
import dev.lanescope.study.Study;
import dev.lanescope.ui.session.StudyQuestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a sweep runs: one model with each of some numbers of workers, and the sequential one of its
/// kind for what both are held against.
///
/// @param workers in order; those that the model cannot have are left out
/// @param threads if there are any, a grid: `workers` counts processes or interpreters, and each
///   has each of these numbers of threads
/// @param knobs what all runs have in common
record SweepPlan(
        ConcurrencyModel model,
        List<Integer> workers,
        List<Integer> threads,
        int repeats,
        Knobs knobs) {

    /// @throws IllegalArgumentException with a sentence for people, if there is nothing to sweep
    SweepPlan {
        workers = workers.stream().filter(model.workers()::contains).toList();
        threads = List.copyOf(threads);
        if (model.workers().isFixed()) {
            throw new IllegalArgumentException(
                    model.title()
                            + " always has the same number of workers: "
                            + model.workers().why()
                            + ".");
        }
        if (workers.size() < 2) {
            throw new IllegalArgumentException(
                    "A sweep takes at least two numbers of workers that "
                            + model.title()
                            + " can have.");
        }
        for (int each : threads) {
            if (each < 1
                    || each > Knobs.MOST_THREADS
                    || !model.workers().contains(each * workers.getLast())) {
                throw new IllegalArgumentException(
                        model.title()
                                + " cannot have "
                                + workers.getLast()
                                + " \u00d7 "
                                + each
                                + " workers.");
            }
        }
    }

    /// A sweep over numbers of workers.
    SweepPlan(ConcurrencyModel model, List<Integer> workers, int repeats, Knobs knobs) {
        this(model, workers, List.of(), repeats, knobs);
    }

    boolean isGrid() {
        return !threads.isEmpty();
    }

    /// Whoever says nothing else of processes: 1 to as many as there are processors, or 2.
    static String usualGroups() {
        return "1-" + Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    /// Whoever says nothing else: 1 to twice the processors.
    static String usual() {
        return "1-" + 2 * Runtime.getRuntime().availableProcessors();
    }

    /// Reads numbers as people type them: `1-4, 6 8`. One worker is always among them, for the
    /// others are held against it.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    static List<Integer> workersOf(String typed) {
        Set<Integer> numbers = new TreeSet<>(List.of(1));
        for (String word : typed.strip().split("[,; ]+", -1)) {
            if (!word.matches("\\d{1,4}(-\\d{1,4})?")) {
                throw none(word);
            }
            int dash = word.indexOf('-');
            int from = Integer.parseInt(dash < 0 ? word : word.substring(0, dash));
            int to = dash < 0 ? from : Integer.parseInt(word.substring(dash + 1));
            if (from < 1 || to < from || to > StudyQuestion.MOST_WORKERS) {
                throw none(word);
            }
            for (int number = from; number <= to; number++) {
                numbers.add(number);
            }
        }
        return List.copyOf(numbers);
    }

    private static IllegalArgumentException none(String word) {
        return new IllegalArgumentException(
                "Workers are numbers from 1 to "
                        + StudyQuestion.MOST_WORKERS
                        + " or stretches of them, such as 1-4, 6, 8; \u201c"
                        + word
                        + "\u201d is none.");
    }

    int settings() {
        return workers.size() * Math.max(1, threads.size()) + 1;
    }

    int runs() {
        return settings() * repeats;
    }

    /// How many runs it takes, e.g. `4 numbers of workers and Sequential × 5 rounds = 25 runs`.
    String words() {
        String settings =
                isGrid()
                        ? workers.size() + " \u00d7 " + threads.size() + " ways to part the workers"
                        : workers.size() + " numbers of workers";
        return settings
                + " and "
                + Models.baseline(model).title()
                + " \u00d7 "
                + repeats
                + (repeats == 1 ? " round = " : " rounds = ")
                + runs()
                + " runs, in turns, after one warm-up each";
    }

    Study study(Site site, RenderSettings rendering) {
        List<Experiment> experiments = new ArrayList<>();
        experiments.add(
                StudyQuestion.experiment(site, rendering, Models.baseline(model), 1, knobs, false));
        for (int count : workers) {
            if (isGrid()) {
                for (int each : threads) {
                    Experiment cell =
                            StudyQuestion.experiment(
                                    site, rendering, model, count * each, knobs, false);
                    experiments.add(cell.with(cell.knobs().withThreads(each)));
                }
            } else {
                experiments.add(
                        StudyQuestion.experiment(site, rendering, model, count, knobs, false));
            }
        }
        return new Study(experiments, repeats, 1);
    }
}

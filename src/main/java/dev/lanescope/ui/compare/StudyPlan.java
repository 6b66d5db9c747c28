package dev.lanescope.ui.compare;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.WorkerRange;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.recording.Experiment;
import dev.lanescope.study.Study;
import dev.lanescope.ui.session.StudyQuestion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is to be measured: each of some models with each of some numbers of workers, again and
/// again. A model that cannot have a number of workers is left out with it; one that has exactly
/// one possible number runs with that one.
///
/// @param models the first is the baseline
/// @param workers at least one number, or none for models that have only one anyway
/// @param knobs what all runs have in common
/// @param seed of the order in which settings take turns
/// @param cold whether each run has a JVM of its own
record StudyPlan(
        List<ConcurrencyModel> models,
        List<Integer> workers,
        int repeats,
        Knobs knobs,
        long seed,
        boolean cold) {

    StudyPlan {
        models = List.copyOf(models);
        workers = List.copyOf(workers);
    }

    /// Reads numbers as people type them: `1, 2 4`.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    static List<Integer> workersOf(String typed) {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (String word : typed.strip().split("[,; ]+", -1)) {
            if (!word.matches("\\d{1,4}")
                    || Integer.parseInt(word) < 1
                    || Integer.parseInt(word) > StudyQuestion.MOST_WORKERS) {
                throw new IllegalArgumentException(
                        "Workers are numbers from 1 to "
                                + StudyQuestion.MOST_WORKERS
                                + " with commas between them, such as 1,2,4; \u201c"
                                + word
                                + "\u201d is none.");
            }
            numbers.add(Integer.parseInt(word));
        }
        return List.copyOf(numbers);
    }

    /// Each way to do the work, the baseline's first.
    private record Way(ConcurrencyModel model, int workers) {}

    private List<Way> ways() {
        Set<Way> ways = new LinkedHashSet<>();
        for (ConcurrencyModel model : models) {
            WorkerRange range = model.workers();
            if (range.isFixed()) {
                ways.add(new Way(model, range.least()));
            } else {
                workers.stream()
                        .filter(range::contains)
                        .forEach(count -> ways.add(new Way(model, count)));
            }
        }
        return List.copyOf(ways);
    }

    int settings() {
        return ways().size();
    }

    /// How many runs it takes, e.g. `3 settings × 5 rounds = 15 runs`.
    String words() {
        return settings()
                + (settings() == 1 ? " setting \u00d7 " : " settings \u00d7 ")
                + repeats
                + (repeats == 1 ? " round = " : " rounds = ")
                + settings() * repeats
                + (settings() * repeats == 1 ? " run" : " runs")
                + (cold ? ", in turns, each in a fresh JVM" : ", in turns, after one warm-up each");
    }

    Study study(Site site, RenderSettings rendering) {
        List<Experiment> experiments = new ArrayList<>();
        for (Way way : ways()) {
            experiments.add(
                    StudyQuestion.experiment(
                            site, rendering, way.model(), way.workers(), knobs, cold));
        }
        return new Study(experiments, repeats, seed, cold);
    }
}

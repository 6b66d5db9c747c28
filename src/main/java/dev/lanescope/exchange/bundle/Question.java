package dev.lanescope.exchange.bundle;

import dev.lanescope.exchange.report.Circumstances.Probe;
import dev.lanescope.trace.Snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a study asked, enough to ask it again elsewhere, and how its runs came about.
///
/// @param models ids, without the baseline, which is always asked for
/// @param workers for each of them that takes it; empty for one per processor
/// @param threads if there are any, `workers` counts the processes or interpreters, and each of
///   them has each of these numbers of threads
/// @param repeats how many rounds
/// @param warmUp unrecorded passes before each run
/// @param cold whether each run had a JVM of its own
/// @param seed of the order
/// @param drafts whether drafts were rendered too
/// @param look the options that say how the site is to look, as one types them
/// @param knobs the options that say what all runs have in common, such as latency, as one types
///   them
/// @param before what the machine gave before the first run; empty if nobody listened
/// @param after and after the last; likewise
/// @param version of the Lanescope that did it
/// @param written when it was over
public record Question(
        List<String> models,
        List<Integer> workers,
        List<Integer> threads,
        int repeats,
        int warmUp,
        boolean cold,
        long seed,
        boolean drafts,
        List<String> look,
        List<String> knobs,
        Optional<Probe> before,
        Optional<Probe> after,
        String version,
        Instant written) {

    private static final int MOST = 1_000;
    private static final int LONGEST = 500;

    public Question {
        models = words("models", models);
        look = words("look", look);
        knobs = knobs == null ? List.of() : words("knobs", knobs); // older bundles have none
        workers = List.copyOf(workers);
        threads = threads == null ? List.of() : List.copyOf(threads); // older bundles have none
        before = before == null ? Optional.empty() : before; // or left out
        after = after == null ? Optional.empty() : after;
        if (models.isEmpty()
                || workers.size() > MOST
                || threads.size() > MOST
                || repeats < 1
                || warmUp < 0) {
            throw new IllegalArgumentException("a study that nobody can do");
        }
        if (version.length() > LONGEST
                || before.filter(probe -> !Double.isFinite(probe.effective())).isPresent()
                || after.filter(probe -> !Double.isFinite(probe.effective())).isPresent()
                || written.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException("circumstances that cannot be");
        }
    }

    /// What runs must have been asked for, where nobody kept that: as their traces tell it.
    ///
    /// @param runs at least one
    public static Question ofRuns(
            List<Snapshot> runs,
            long seed,
            boolean drafts,
            Optional<Probe> before,
            Optional<Probe> after,
            String version,
            Instant written) {
        Asked asked = Asked.of(runs);
        return new Question(
                asked.models(),
                asked.allWorkers(),
                List.copyOf(asked.threads()),
                asked.repeats(),
                asked.options().warmUp(),
                asked.cold(),
                seed,
                drafts,
                asked.options().look(),
                asked.options().knobs(),
                before,
                after,
                version,
                written);
    }

    /// What to type to ask it again.
    ///
    /// @param folder what stands for the folder of pages
    public List<String> command(String folder) {
        return new StudyCommand(
                        !threads.isEmpty(),
                        models,
                        workers,
                        threads,
                        repeats,
                        warmUp,
                        cold,
                        seed,
                        drafts,
                        look,
                        knobs)
                .words(folder);
    }

    private static List<String> words(String what, List<String> words) {
        if (words.size() > MOST || words.stream().anyMatch(word -> word.length() > LONGEST)) {
            throw new IllegalArgumentException("too much to read under " + what);
        }
        return List.copyOf(words);
    }
}

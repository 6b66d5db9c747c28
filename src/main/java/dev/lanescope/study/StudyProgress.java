package dev.lanescope.study;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.recording.Experiment;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// How far a study is.
///
/// @param part what it is at
/// @param done how many runs are over
/// @param total how many there are
/// @param left about how long it will take, or of the warm-up the rest of that; unknown before the
///   first round is over, or the first passes
/// @param setting that of the run that goes on
/// @param warmUp how far the warm-up is
public record StudyProgress(
        Part part,
        int done,
        int total,
        Optional<Duration> left,
        Optional<Experiment> setting,
        Passes warmUp) {

    /// Unrecorded passes over the pages.
    ///
    /// @param begun how many have begun
    public record Passes(int begun, int total) {

        /// For people, e.g. `pass 37 of 98`.
        public String words() {
            return "pass " + Math.clamp(begun, 1, Math.max(1, total)) + " of " + total;
        }
    }

    /// How much of its part is over, 0 to 1.
    public double share() {
        return part == Part.WARMING_UP
                ? Math.max(0, warmUp.begun - 1.0) / Math.max(1, warmUp.total)
                : (double) done / Math.max(1, total);
    }

    StudyProgress with(Passes passes, Optional<Duration> ofWarmUp) {
        return new StudyProgress(part, done, total, ofWarmUp, setting, passes);
    }

    /// How far it is, in a line for people, e.g. `run 12 of 30: gil, 2 workers, about 40 s left`.
    ///
    /// @param name what a model is called
    public String words(Function<ConcurrencyModel, String> name) {
        String run = setting.map(each -> ": " + words(each, name)).orElse("");
        return switch (part) {
            case PROBING, OVER -> part.words();
            case WARMING_UP ->
                    part.words()
                            + run
                            + ", "
                            + warmUp.words()
                            + leftWords().map(words -> ", " + words + " of it").orElse("");
            case MEASURING ->
                    "run "
                            + Math.min(done + 1, total)
                            + " of "
                            + total
                            + run
                            + leftWords().map(words -> ", " + words).orElse("");
        };
    }

    private static String words(Experiment experiment, Function<ConcurrencyModel, String> name) {
        return name.apply(experiment.model())
                + ", "
                + Amounts.count(experiment.workers(), "worker");
    }

    /// How long it will take, for people, e.g. `about 40 s left`; empty before that is known.
    public Optional<String> leftWords() {
        return left.map(time -> {
            long seconds = Math.max(1, time.toSeconds());
            return seconds < 120
                    ? "about " + seconds + " s left"
                    : "about " + (seconds + 30) / 60 + " min left";
        });
    }

    /// The parts of a study, in their order.
    public enum Part {
        PROBING("listening to the machine"),
        WARMING_UP("warming up"),
        MEASURING("measuring"),
        OVER("listening to the machine again");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}

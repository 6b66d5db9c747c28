package dev.lanescope.study;

import dev.lanescope.recording.Experiment;

import java.time.Duration;
import java.util.Optional;

/// How far a study is.
///
/// @param part what it is at
/// @param done how many runs are over
/// @param total how many there are
/// @param left about how long it will take; unknown before the first round is over
/// @param setting that of the run that goes on
public record StudyProgress(
        Part part, int done, int total, Optional<Duration> left, Optional<Experiment> setting) {

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
        OVER("over");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}

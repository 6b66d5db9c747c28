package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Run;
import dev.lanescope.study.StudyProgress;

import java.time.Duration;

/// How far a study is, in a line.
final class StudyText {

    private StudyText() {}

    static String of(StudyProgress progress) {
        String run = progress.run().map(Run::experiment).map(StudyText::setting).orElse("");
        String left = progress.left().map(StudyText::left).orElse("");
        return switch (progress.part()) {
            case PROBING -> progress.part().words();
            case WARMING_UP -> progress.part().words() + run;
            case MEASURING, OVER ->
                    "run "
                            + Math.min(progress.done() + 1, progress.total())
                            + " of "
                            + progress.total()
                            + run
                            + left;
        };
    }

    private static String setting(Experiment experiment) {
        return ": "
                + experiment.model().id()
                + ", "
                + Amounts.count(experiment.workers(), "worker");
    }

    private static String left(Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        return seconds < 120
                ? "; about " + seconds + " s left"
                : "; about " + (seconds + 30) / 60 + " min left";
    }
}

package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.recording.Experiment;
import dev.lanescope.study.StudyProgress;

/// How far a study is, in a line.
final class StudyText {

    private StudyText() {}

    static String of(StudyProgress progress) {
        String run = progress.setting().map(StudyText::setting).orElse("");
        String left = progress.leftWords().map(words -> "; " + words).orElse("");
        return switch (progress.part()) {
            case PROBING -> progress.part().words();
            case WARMING_UP -> progress.part().words() + run + ", " + progress.warmUp().words();
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
}

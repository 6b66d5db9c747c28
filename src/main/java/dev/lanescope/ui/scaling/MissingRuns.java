package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.scaling.RuleCheck;
import dev.lanescope.analysis.scaling.Sweep;
import dev.lanescope.recording.Experiment;
import dev.lanescope.study.Study;
import dev.lanescope.trace.StudyMark;
import dev.lanescope.ui.session.RunRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The runs that are missing for every rule of thumb to be judged, as a study: the numbers that
/// nobody measured and, taking turns with them, the best that was, so that all of them meet the
/// same machine. They are asked for to complete the sweep, so they belong to its study.
///
/// @param missing those that the model can have, at least one
record MissingRuns(List<Integer> missing, Study study) {

    static final int REPEATS = 5;

    MissingRuns {
        missing = List.copyOf(missing);
    }

    /// @param records the ticked runs; one of the sweep must have been carried out here, for it
    ///   tells how
    static Optional<MissingRuns> of(Sweep sweep, List<RuleCheck> rules, List<RunRecord> records) {
        Optional<Experiment> like =
                records.stream()
                        .filter(record -> isOf(sweep, record))
                        .flatMap(record -> record.experiment().stream())
                        .findFirst();
        return like.flatMap(experiment -> {
            List<Integer> missing =
                    RuleCheck.missing(rules).stream()
                            .filter(experiment.model().workers()::contains)
                            .toList();
            if (missing.isEmpty()) {
                return Optional.empty();
            }
            var numbers = new ArrayList<Integer>(missing);
            numbers.add(RuleCheck.best(sweep.scaling()).workers());
            List<Experiment> settings = numbers.stream().map(experiment::withWorkers).toList();
            return Optional.of(
                    new MissingRuns(
                            missing,
                            new Study(settings, REPEATS, 1)
                                    .continuing(sweep.contenders().getFirst().study())));
        });
    }

    private static boolean isOf(Sweep sweep, RunRecord record) {
        var info = record.trace().info();
        var its = sweep.contenders().getFirst().info();
        return info.model().equals(its.model())
                && info.setting().equals(its.setting())
                && StudyMark.idOf(info).equals(StudyMark.idOf(its));
    }
}

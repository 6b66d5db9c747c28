package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Intervals;
import dev.lanescope.analysis.PagesDone;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.RunStage;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.session.RunRecord;

import java.util.List;

/// One setting in the comparison, and the run that stands for all of its runs: the median one.
///
/// @param title e.g. `Platform threads × 4`; what is not as usual stands in it only where the
///   entrants differ in it
/// @param record the run whose lanes are shown
/// @param row what came of the setting
/// @param pages when they were finished
/// @param stages what it went through
/// @param stops when the JVM had stopped all lanes
/// @param isBaseline whether the others are held against it
/// @param isSecond whether another entrant of the same model comes before it
record Entrant(
        String title,
        RunRecord record,
        Comparison.Row row,
        PagesDone pages,
        List<RunStage> stages,
        Intervals stops,
        boolean isBaseline,
        boolean isSecond) {

    Entrant {
        stages = List.copyOf(stages);
    }

    Snapshot trace() {
        return record.trace();
    }

    RunInfo info() {
        return trace().info();
    }

    int number() {
        return record.number();
    }

    boolean isStacked() {
        return row.stack().isPresent();
    }
}

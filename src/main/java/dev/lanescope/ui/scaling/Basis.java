package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.recording.Experiment;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.session.RunRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs of one setting that were carried out here, so that they can be replayed under another and
/// then be run so.
///
/// @param title e.g. `Platform threads × 1, after one unrecorded pass`
record Basis(String title, Experiment experiment, List<Snapshot> runs) {

    Basis {
        runs = List.copyOf(runs);
    }

    /// One for each setting among some runs; what was opened from a file cannot be run again.
    static List<Basis> among(List<RunRecord> records) {
        List<Basis> bases = new ArrayList<>();
        for (Contender contender :
                Contender.group(records.stream().map(RunRecord::trace).toList())) {
            Optional<Experiment> experiment =
                    records.stream()
                            .filter(record ->
                                    contender.runs().stream()
                                            .anyMatch(run -> isOf(record.trace(), run)))
                            .findFirst()
                            .flatMap(RunRecord::experiment);
            experiment.ifPresent(
                    each -> bases.add(new Basis(contender.title(), each, contender.runs())));
        }
        return bases;
    }

    @SuppressWarnings("ReferenceEquality") // the very trace, without comparing thousands of names
    private static boolean isOf(Snapshot one, Snapshot other) {
        return one == other;
    }

    /// What is told of them in the ledger.
    String words() {
        return title + (runs.size() == 1 ? ", 1 run" : ", " + runs.size() + " runs");
    }

    @Override
    public String toString() {
        return title;
    }
}

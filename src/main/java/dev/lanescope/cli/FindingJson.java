package dev.lanescope.cli;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.explain.Finding;
import dev.lanescope.analysis.explain.Findings;
import dev.lanescope.analysis.explain.Remedy;
import dev.lanescope.analysis.explain.TryOut;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A finding as programs read it; the keys stand in `docs/terminal.md`.
record FindingJson(
        String finding, double share, String sentence, List<Place> places, Change change) {

    /// Where to look.
    record Place(long startNanos, long endNanos, List<Integer> lanes) {

        static Place of(Stretch stretch) {
            return new Place(stretch.startNanos(), stretch.endNanos(), stretch.lanes());
        }
    }

    /// What to change.
    record Change(
            String sentence,
            @Nullable String model,
            @Nullable Integer workers,
            Map<String, String> knobs,
            @Nullable String command) {

        static Change of(Remedy remedy, RunInfo info) {
            return new Change(
                    remedy.sentence(),
                    remedy.model().orElse(null),
                    remedy.workers().isPresent() ? remedy.workers().getAsInt() : null,
                    remedy.knobs(),
                    TryOut.command(info, remedy, info.content()).orElse(null));
        }
    }

    static FindingJson of(Finding finding, RunInfo info) {
        return new FindingJson(
                finding.illness().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                finding.share(),
                finding.sentence(),
                finding.evidence().stream().map(Place::of).toList(),
                Change.of(finding.remedy(), info));
    }

    /// All that is found in the run that stands for a setting.
    static List<FindingJson> all(Comparison.Row row, Comparison comparison) {
        RunInfo info = row.contender().median().info();
        return comparison.findings(row).stream().map(finding -> of(finding, info)).toList();
    }

    /// All that is found in a run.
    static List<FindingJson> all(Snapshot run) {
        return Findings.of(run).stream().map(finding -> of(finding, run.info())).toList();
    }
}

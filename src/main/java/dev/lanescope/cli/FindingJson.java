package dev.lanescope.cli;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.analysis.explain.Finding;
import dev.lanescope.analysis.explain.Remedy;

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
            Map<String, String> knobs) {

        static Change of(Remedy remedy) {
            return new Change(
                    remedy.sentence(),
                    remedy.model().orElse(null),
                    remedy.workers().isPresent() ? remedy.workers().getAsInt() : null,
                    remedy.knobs());
        }
    }

    static FindingJson of(Finding finding) {
        return new FindingJson(
                finding.illness().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                finding.share(),
                finding.sentence(),
                finding.evidence().stream().map(Place::of).toList(),
                Change.of(finding.remedy()));
    }

    static List<FindingJson> all(List<Finding> findings) {
        return findings.stream().map(FindingJson::of).toList();
    }
}

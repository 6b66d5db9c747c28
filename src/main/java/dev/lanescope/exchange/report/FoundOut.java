package dev.lanescope.exchange.report;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Counterfactual;
import dev.lanescope.analysis.explain.Finding;
import dev.lanescope.analysis.explain.TryOut;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a report says of one setting: what held its run in the middle up, and what a replay
/// promises.
///
/// @param setting its name
/// @param findings what took most first
/// @param prediction a sentence; empty if there is none
record FoundOut(String setting, List<Entry> findings, String prediction) {

    /// More nobody acts upon.
    private static final int MOST = 3;

    /// One finding in words.
    ///
    /// @param share e.g. `12.7%`
    /// @param places where it shows
    /// @param remedy what to do
    /// @param command what to type for that; empty if no setting does it
    record Entry(String share, String sentence, String places, String remedy, String command) {}

    FoundOut {
        findings = List.copyOf(findings);
    }

    /// Of all settings of which something is to be said.
    ///
    /// @param without what replays say of losses; the lock alone is told of only where they do not
    static List<FoundOut> in(Comparison comparison, WithoutLosses without) {
        var all = new ArrayList<FoundOut>();
        var names = new Names(comparison);
        for (Comparison.Row row : comparison.rows()) {
            Snapshot run = row.contender().median();
            boolean told = without.isTold(names.of(row));
            var found =
                    new FoundOut(
                            names.of(row),
                            comparison.findings(row).stream()
                                    .limit(MOST)
                                    .map(finding -> entry(finding, run))
                                    .toList(),
                            told
                                    ? ""
                                    : Counterfactual.of(row, comparison)
                                            .map(Counterfactual::sentence)
                                            .orElse(""));
            if (!found.findings.isEmpty() || !found.prediction.isEmpty()) {
                all.add(found);
            }
        }
        return List.copyOf(all);
    }

    private static Entry entry(Finding finding, Snapshot run) {
        return new Entry(
                Amounts.percent(finding.share()),
                finding.sentence(),
                finding.evidence().stream()
                        .map(place -> words(place, run))
                        .collect(Collectors.joining("; ")),
                finding.remedy().sentence(),
                TryOut.command(run.info(), finding.remedy(), run.info().content()).orElse(""));
    }

    private static String words(Stretch place, Snapshot run) {
        if (place.equals(Stretch.of(run))) {
            return "the whole run";
        }
        String lanes =
                place.lanes().size() == 1
                        ? run.lanes().get(place.lanes().getFirst()).name()
                        : Amounts.count(place.lanes().size(), "lane");
        return lanes
                + ", "
                + Durations.text(place.startNanos())
                + " to "
                + Durations.text(place.endNanos());
    }
}

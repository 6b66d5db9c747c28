package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Intervals;
import dev.lanescope.analysis.ThroughputMeter;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.RunStage;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.session.RunRecord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What a comparison of runs came to; worked out in the background.
///
/// @param records all runs that were compared
/// @param against the number of the run against whose setting people hold the others; empty if they
///   have chosen none
/// @param entrants one a setting, in the order in which their lanes finish
/// @param comparison what it was made of
/// @param differences what else differs than the models; said before the figures
/// @param objections why there is no verdict
/// @param cautions what weakens it
record Compared(
        List<RunRecord> records,
        OptionalInt against,
        List<Entrant> entrants,
        Comparison comparison,
        List<String> differences,
        List<String> objections,
        List<String> cautions) {

    Compared {
        records = List.copyOf(records);
        entrants = List.copyOf(entrants);
        differences = List.copyOf(differences);
        objections = List.copyOf(objections);
        cautions = List.copyOf(cautions);
    }

    /// @param records finished runs, at least one
    static Compared of(List<RunRecord> records, OptionalInt against) {
        Comparison comparison = comparison(records, against);
        List<Comparison.Row> rows =
                comparison.rows().stream()
                        .sorted(
                                Comparator.comparingLong(
                                        row -> row.contender().median().endNanos()))
                        .toList();
        boolean oneSetting =
                rows.stream().map(row -> row.contender().info().setting()).distinct().count() == 1;
        Set<String> models = new HashSet<>();
        List<Entrant> entrants = new ArrayList<>();
        for (Comparison.Row row : rows) {
            Snapshot median = row.contender().median();
            entrants.add(
                    new Entrant(
                            title(row, oneSetting),
                            recordOf(records, median),
                            row,
                            ThroughputMeter.of(median).pagesDone(),
                            RunStage.of(median),
                            Intervals.ofStops(median.jvm()),
                            row.contender().equals(comparison.baseline()),
                            !models.add(row.contender().info().model())));
        }
        return new Compared(
                records,
                against,
                entrants,
                comparison,
                comparison.differences(),
                comparison.objections(),
                comparison.cautions());
    }

    @SuppressWarnings("ReferenceEquality") // the very trace
    private static Comparison comparison(List<RunRecord> records, OptionalInt against) {
        Comparison usual = Comparison.of(records.stream().map(RunRecord::trace).toList());
        return records.stream()
                .filter(record -> against.isPresent() && record.number() == against.getAsInt())
                .findFirst()
                .flatMap(record ->
                        usual.contenders().stream()
                                .filter(each ->
                                        each.runs().stream().anyMatch(run -> run == record.trace()))
                                .findFirst())
                .map(usual::against)
                .orElse(usual);
    }

    private static String title(Comparison.Row row, boolean oneSetting) {
        return oneSetting ? row.contender().shortTitle() : row.contender().title();
    }

    @SuppressWarnings("ReferenceEquality") // the very trace, without comparing thousands of names
    private static RunRecord recordOf(List<RunRecord> records, Snapshot trace) {
        return records.stream().filter(record -> record.trace() == trace).findFirst().orElseThrow();
    }

    /// Whether there is something to be held against something.
    boolean isOfSeveral() {
        return entrants.size() > 1;
    }

    /// When the last of them ended.
    long endNanos() {
        return entrants.stream().mapToLong(each -> each.trace().endNanos()).max().orElse(0);
    }

    Optional<Entrant> entrant(int number) {
        return entrants.stream().filter(each -> each.number() == number).findFirst();
    }

    /// The entrants that have a stack, as they stand; that of the baseline is all useful work.
    List<Entrant> stacked() {
        return entrants.stream().filter(each -> each.isStacked() && !each.isBaseline()).toList();
    }
}

package dev.lanescope.analysis.compare;

import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// One way to do the work, and every run of it.
///
/// @param runs finished, in the order in which they happened; at least one
public record Contender(List<Snapshot> runs) {

    /// What makes two runs repeats of each other.
    private record Setting(String model, int workers, String setting) {
        static Setting of(RunInfo info) {
            return new Setting(info.model(), info.workers(), info.setting());
        }
    }

    public Contender {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a contender that never ran");
        }
    }

    /// Puts runs of the same model, workers and knobs together, in the order of their first runs.
    public static List<Contender> group(List<Snapshot> runs) {
        var groups = new LinkedHashMap<Setting, List<Snapshot>>();
        for (Snapshot run : runs) {
            groups.computeIfAbsent(Setting.of(run.info()), _ -> new ArrayList<>()).add(run);
        }
        return groups.values().stream().map(Contender::new).toList();
    }

    /// The run in the middle by makespan; of an even number, the faster of the two in the middle.
    /// It stands for all of them.
    public Snapshot median() {
        return runs.stream()
                .sorted(Comparator.comparingLong(Snapshot::endNanos))
                .toList()
                .get((runs.size() - 1) / 2);
    }

    public RunInfo info() {
        return runs.getFirst().info();
    }

    public boolean isSequential() {
        return info().isSequential();
    }

    /// E.g. `Platform threads x 4`, with what was not as usual behind it.
    public String title() {
        String title = info().modelTitle() + " \u00d7 " + info().workers();
        return info().setting().isEmpty() ? title : title + ", " + info().setting();
    }

    /// What the terminal takes for its model, with the CPython it ran on.
    public String model() {
        return info().model() + info().python().map(on -> "@" + on).orElse("");
    }

    /// The makespans, in the order of the runs.
    public List<Double> walls() {
        return runs.stream().map(run -> (double) run.endNanos()).toList();
    }

    /// How long each run took for the content's own pages alone.
    public List<Double> pageTimes() {
        return runs.stream().map(Contender::pageNanos).toList();
    }

    private static double pageNanos(Snapshot run) {
        return PhaseTime.of(run).stream()
                .filter(phase -> phase.phase().name().equals(RunInfo.PAGES))
                .mapToDouble(phase -> phase.nanos())
                .findFirst()
                .orElse((double) run.endNanos());
    }

    /// A fact that all runs agree on; empty if one does not tell it or tells another.
    public Optional<String> fact(String name) {
        List<Optional<String>> told =
                runs.stream()
                        .map(run ->
                                run.info().facts().stream()
                                        .filter(fact -> fact.name().equals(name))
                                        .map(Fact::value)
                                        .findFirst())
                        .distinct()
                        .toList();
        return told.size() == 1 ? told.getFirst() : Optional.empty();
    }
}

package dev.lanescope.analysis.compare;

import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.StudyMark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One way to do the work, and every run of it within one study.
///
/// @param runs finished, in the order in which they happened; at least one
/// @param apart what sets it apart from the study beside which it stands, for people; empty if all
///   runs are of one study, or none is of any
public record Contender(List<Snapshot> runs, String apart) {

    /// What makes two runs repeats of each other. Those of a study took turns with its other
    /// settings; one that was made at another time is no repeat of them.
    private record Setting(String model, int workers, String setting, String study) {
        static Setting of(RunInfo info) {
            return new Setting(info.model(), info.workers(), info.setting(), StudyMark.idOf(info));
        }
    }

    public Contender {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a contender that never ran");
        }
    }

    /// Runs of one study, or of none.
    public Contender(List<Snapshot> runs) {
        this(runs, "");
    }

    /// Puts runs of the same model, workers, knobs and study together, in the order of their first
    /// runs.
    public static List<Contender> group(List<Snapshot> runs) {
        var groups = new LinkedHashMap<Setting, List<Snapshot>>();
        for (Snapshot run : runs) {
            groups.computeIfAbsent(Setting.of(run.info()), _ -> new ArrayList<>()).add(run);
        }
        boolean several =
                groups.keySet().stream().map(Setting::study).distinct().limit(2).count() > 1;
        return groups.entrySet().stream()
                .map(group ->
                        new Contender(
                                group.getValue(), several ? apart(group.getKey().study()) : ""))
                .toList();
    }

    private static String apart(String study) {
        return study.isEmpty() ? "by itself" : "study " + study;
    }

    /// The id of the study that its runs belong to; empty words if they belong to none.
    public String study() {
        return StudyMark.idOf(info());
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
        return title(info().setting());
    }

    /// E.g. `Platform threads x 4`, where it is said elsewhere what was not as usual.
    public String shortTitle() {
        return title("");
    }

    private String title(String setting) {
        String title = info().modelTitle() + " \u00d7 " + info().workers();
        return Stream.of(title, setting, apart)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
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

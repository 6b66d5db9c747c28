package dev.lanescope.analysis.compare;

import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.RunInfo.Temperature;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.StudyMark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One way to do the work, and every run of it within one study that was as warm.
///
/// @param runs finished, in the order in which they happened; at least one
/// @param warm how warm its runs were, for people; empty unless it stands beside the same setting
///   in runs that were not as warm
/// @param beside which study its runs are of, for people; empty if all runs are of one, or none is
///   of any
public record Contender(List<Snapshot> runs, String warm, String beside) {

    /// A way to do the work, as somebody asks for it.
    private record Way(String model, int workers, String setting, String study) {
        static Way of(RunInfo info) {
            return new Way(info.model(), info.workers(), info.setting(), StudyMark.idOf(info));
        }
    }

    /// What makes two runs repeats of each other. Those of a study took turns with its other
    /// settings; one that was made at another time is no repeat of them. Neither is a cold run one
    /// of a warm one: what lies in the middle of both is the time of no run.
    private record Setting(Way way, Temperature warmth) {
        static Setting of(RunInfo info) {
            return new Setting(Way.of(info), asWarmAs(info));
        }

        String words() {
            return way.study().isEmpty() || warmth == Temperature.COLD
                    ? warmth.words()
                    : "not cold";
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
        this(runs, "", "");
    }

    /// Puts runs of the same model, workers, knobs and study that were as warm together, in the
    /// order of their first runs.
    public static List<Contender> group(List<Snapshot> runs) {
        var groups = new LinkedHashMap<Setting, List<Snapshot>>();
        for (Snapshot run : runs) {
            groups.computeIfAbsent(Setting.of(run.info()), _ -> new ArrayList<>()).add(run);
        }
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue(), groups.keySet()))
                .toList();
    }

    private static Contender of(Setting setting, List<Snapshot> runs, Set<Setting> all) {
        String study = setting.way().study();
        boolean warmths = all.stream().filter(each -> each.way().equals(setting.way())).count() > 1;
        boolean studies = all.stream().anyMatch(each -> !each.way().study().equals(study));
        return new Contender(
                runs,
                warmths ? setting.words() : "",
                !studies ? "" : study.isEmpty() ? "by itself" : "study " + study);
    }

    /// What sets it apart from others beside which it stands, e.g. `cold, by itself`; empty if
    /// there is nothing that it could be taken for.
    public String apart() {
        return joined(warm, beside);
    }

    private static String joined(String... words) {
        return Stream.of(words).filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
    }

    /// As how warm a run counts where repeats are told from others. Those of a study that were not
    /// cold took turns, so that what the compiler still had to do hit all of its settings alike.
    public static Temperature asWarmAs(RunInfo info) {
        boolean tookTurns = StudyMark.of(info).isPresent() && !info.isCold();
        return tookTurns ? Temperature.WARM : info.temperature();
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
        return joined(title, setting, apart());
    }

    /// What the terminal takes for its model, with the CPython it ran on.
    public String model() {
        return info().model() + info().python().map(on -> "@" + on).orElse("");
    }

    /// What the terminal calls it where its workers stand beside it, e.g. `fixed-pool, cold`.
    public String name() {
        return joined(model(), apart());
    }

    /// Whether both are the same way to do the work in the same study, however warm.
    boolean isSameButWarmth(Contender other) {
        return Way.of(info()).equals(Way.of(other.info()));
    }

    /// Whether both are the same way to do the work, as cold or not, in whatever study.
    public boolean isSameSetting(Contender other) {
        return info().model().equals(other.info().model())
                && info().workers() == other.info().workers()
                && info().setting().equals(other.info().setting())
                && info().isCold() == other.info().isCold();
    }

    /// The one whose runs were warmer; this one if they were alike.
    public Contender warmer(Contender other) {
        return other.warmth().compareTo(warmth()) > 0 ? other : this;
    }

    /// How warm its runs were; of several within a study the coldest.
    public Temperature warmth() {
        return runs.stream()
                .map(run -> run.info().temperature())
                .min(Comparator.naturalOrder())
                .orElseThrow();
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

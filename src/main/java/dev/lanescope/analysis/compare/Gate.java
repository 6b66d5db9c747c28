package dev.lanescope.analysis.compare;

import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether a study takes longer than it took: the runs that were kept (the baseline) against those
/// that were made now, setting by setting, the whole run and each of its phases.
///
/// Both claims have to be shown. What is slower than allowed has its whole interval above the
/// limit, what is not has it below; of anything else nobody can tell, and so it is with the gate as
/// a whole: it opens only where everything is shown not to be slower.
///
/// @param limit how many times as long is allowed, e.g. 1.1
/// @param figures what was judged; none where the studies cannot be held against each other
/// @param obstacles why they cannot, a sentence each
public record Gate(double limit, List<GateFigure> figures, List<String> obstacles) {

    /// A phase that took less of the baseline's run is judged with the run, not by itself: a limit
    /// of a tenth is a hundredth of the run then, which no clock and no machine holds still for.
    private static final double LEAST_PHASE = 0.1;

    /// So many of a setting's runs have to be disturbed for its median to be.
    private static final double DISTURBED_RUNS = 0.5;

    private static final String PROCESSOR = "Processor";

    public Gate {
        figures = List.copyOf(figures);
        obstacles = List.copyOf(obstacles);
    }

    /// Judges.
    ///
    /// @param then the study that was kept
    /// @param now the same study, done again
    /// @param busyThen whether a probe found other programs on the machine then
    /// @param busyNow whether it finds them now
    public static Gate of(
            Comparison then, Comparison now, double limit, boolean busyThen, boolean busyNow) {
        List<String> obstacles = obstacles(then, now);
        if (!obstacles.isEmpty()) {
            return new Gate(limit, List.of(), obstacles);
        }
        int together = figures(then);
        var figures = new ArrayList<GateFigure>();
        for (Contender setting : now.contenders()) {
            Contender kept = counterpart(setting, then).orElseThrow();
            boolean disturbedThen = busyThen || isDisturbed(kept);
            boolean disturbedNow = busyNow || isDisturbed(setting);
            for (String part : parts(kept)) {
                List<Double> before = times(kept, part);
                List<Double> after = times(setting, part);
                figures.add(
                        GateFigure.judged(
                                setting,
                                part,
                                median(before),
                                median(after),
                                Bootstrap.ratio(after, before, together),
                                limit,
                                disturbedThen,
                                disturbedNow));
            }
        }
        return new Gate(limit, figures, obstacles);
    }

    /// The fewest repeats that carry the gate's figures, beside those that were kept; empty if no
    /// number does, since too few were kept.
    public static Optional<Integer> repeats(Comparison then) {
        int kept = then.contenders().stream().mapToInt(each -> each.runs().size()).min().orElse(0);
        return Certainty.neededBeside(kept, figures(then));
    }

    private static int figures(Comparison then) {
        return then.contenders().stream().mapToInt(each -> parts(each).size()).sum();
    }

    /// The worst of its figures.
    public GateAnswer answer() {
        return obstacles.isEmpty()
                ? figures.stream()
                        .map(GateFigure::answer)
                        .max(Comparator.naturalOrder())
                        .orElse(GateAnswer.CANNOT_TELL)
                : GateAnswer.CANNOT_TELL;
    }

    /// Those with an answer.
    public List<GateFigure> figures(GateAnswer answer) {
        return figures.stream().filter(figure -> figure.answer() == answer).toList();
    }

    private static List<String> obstacles(Comparison then, Comparison now) {
        var found = new ArrayList<String>();
        for (Contender setting : now.contenders()) {
            if (counterpart(setting, then).isEmpty()) {
                found.add(setting.title() + " is not among what was kept.");
            }
        }
        for (Contender kept : then.contenders()) {
            if (counterpart(kept, now).isEmpty()) {
                found.add(kept.title() + " was kept and was not done now.");
            }
        }
        List<Snapshot> all =
                Stream.of(then, now)
                        .flatMap(each -> each.contenders().stream())
                        .flatMap(each -> each.runs().stream())
                        .toList();
        found.addAll(Comparison.of(all).objections());
        Set<String> processors = told(all, PROCESSOR);
        if (processors.size() > 1) {
            found.add(
                    "It was kept on another machine, whose times say nothing of this one: "
                            + String.join("; ", processors)
                            + ".");
        }
        return found;
    }

    private static Set<String> told(List<Snapshot> runs, String name) {
        return runs.stream()
                .flatMap(run -> run.info().facts().stream())
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Contender> counterpart(Contender setting, Comparison other) {
        return other.contenders().stream().filter(setting::isSameSetting).findFirst();
    }

    private static boolean isDisturbed(Contender setting) {
        return Disturbance.disturbed(setting.runs()) >= DISTURBED_RUNS * setting.runs().size();
    }

    /// The whole run, and its phases if at least two of them are long enough.
    private static List<String> parts(Contender kept) {
        double whole = median(times(kept, GateFigure.WHOLE));
        List<String> phases =
                PhaseTime.of(kept.median()).stream()
                        .map(phase -> phase.phase().name())
                        .filter(name -> median(times(kept, name)) >= LEAST_PHASE * whole)
                        .toList();
        return phases.size() < 2
                ? List.of(GateFigure.WHOLE)
                : Stream.concat(Stream.of(GateFigure.WHOLE), phases.stream()).toList();
    }

    private static List<Double> times(Contender setting, String part) {
        return part.equals(GateFigure.WHOLE)
                ? setting.walls()
                : setting.runs().stream().map(run -> phaseNanos(run, part)).toList();
    }

    private static double phaseNanos(Snapshot run, String name) {
        return PhaseTime.of(run).stream()
                .filter(phase -> phase.phase().name().equals(name))
                .mapToDouble(PhaseTime::nanos)
                .sum();
    }

    private static double median(List<Double> samples) {
        return Bootstrap.median(samples.stream().mapToDouble(Double::doubleValue).toArray());
    }
}

package dev.lanescope.analysis.scaling;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.trace.RunInfo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One model with different numbers of workers over the same content.
///
/// Speed-ups are over one worker of the same model; if it was not run with a single one, over what
/// the comparison is against.
///
/// @param contenders one for each number of workers, from the least
/// @param warm how warm its runs were, for people; empty unless there is a sweep of the same in
///   runs that were not as warm
/// @param ofOne whether speed-ups are over one worker of the same model
public record Sweep(List<Contender> contenders, String warm, boolean ofOne, Scaling scaling) {

    private record Setting(String model, String setting, String study, boolean cold) {
        static Setting of(Contender contender) {
            return new Setting(
                    contender.info().model(),
                    contender.info().setting(),
                    contender.study(),
                    contender.warmth() == RunInfo.Temperature.COLD);
        }

        boolean isSameButWarmth(Setting other) {
            return new Setting(model, setting, study, other.cold).equals(other);
        }
    }

    public Sweep {
        contenders = List.copyOf(contenders);
    }

    /// Every model that ran with more numbers of workers than one, in the order of its first run.
    /// Runs of different studies make no curve together, and neither do cold runs and others; of
    /// the others the warmest of each number of workers count.
    ///
    /// @param cores of the machine
    public static List<Sweep> allOf(Comparison comparison, int cores) {
        var settings = new LinkedHashMap<Setting, List<Contender>>();
        for (Contender contender : comparison.contenders()) {
            settings.computeIfAbsent(Setting.of(contender), _ -> new ArrayList<>()).add(contender);
        }
        var sweeps = new ArrayList<Sweep>();
        settings.forEach((setting, contenders) -> {
            List<Contender> swept = warmest(contenders);
            boolean alone =
                    settings.keySet().stream().filter(setting::isSameButWarmth).count() == 1;
            if (swept.size() > 1) {
                String warm = alone ? "" : setting.cold() ? "cold" : "not cold";
                sweeps.add(of(swept, comparison.baseline(), cores, warm));
            }
        });
        return List.copyOf(sweeps);
    }

    private static List<Contender> warmest(List<Contender> contenders) {
        var byWorkers = new LinkedHashMap<Integer, Contender>();
        for (Contender each : contenders) {
            byWorkers.merge(each.info().workers(), each, Contender::warmer);
        }
        return List.copyOf(byWorkers.values());
    }

    /// The runs of one model, also if there was only one number of workers.
    ///
    /// @throws IllegalArgumentException if it is not among those that are compared
    public static Sweep of(Comparison comparison, String model, int cores) {
        List<Contender> contenders =
                comparison.contenders().stream()
                        .filter(contender -> contender.info().model().equals(model))
                        .toList();
        if (contenders.isEmpty()) {
            throw new IllegalArgumentException("no run under " + model);
        }
        return of(contenders, comparison.baseline(), cores, "");
    }

    private static Sweep of(List<Contender> swept, Contender otherwise, int cores, String warm) {
        List<Contender> contenders =
                swept.stream()
                        .sorted((one, other) ->
                                Integer.compare(one.info().workers(), other.info().workers()))
                        .toList();
        Optional<Contender> one =
                Optional.of(contenders.getFirst()).filter(each -> each.info().workers() == 1);
        var measurements = new ArrayList<Measurement>();
        for (Contender contender : contenders) {
            int workers = contender.info().workers();
            contender.walls().forEach(wall -> measurements.add(new Measurement(workers, wall)));
        }
        return new Sweep(
                contenders,
                warm,
                one.isPresent(),
                Scaling.of(measurements, one.orElse(otherwise).walls(), cores));
    }

    public String model() {
        return contenders.getFirst().info().model();
    }

    /// The model, with what was not as usual behind it.
    public String title() {
        var first = contenders.getFirst();
        return Stream.of(first.info().modelTitle(), first.info().setting(), warm, first.beside())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /// What speed-ups are over, for people.
    public String over() {
        return ofOne ? "one worker of the same model" : "the baseline of the comparison";
    }

    /// How a number of workers was run, if it was.
    public Optional<Contender> contender(int workers) {
        return contenders.stream()
                .filter(contender -> contender.info().workers() == workers)
                .findFirst();
    }
}

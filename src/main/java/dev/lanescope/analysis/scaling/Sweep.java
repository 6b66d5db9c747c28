package dev.lanescope.analysis.scaling;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Contender;

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
/// @param ofOne whether speed-ups are over one worker of the same model
public record Sweep(List<Contender> contenders, boolean ofOne, Scaling scaling) {

    private record Setting(String model, String setting, String study) {}

    public Sweep {
        contenders = List.copyOf(contenders);
    }

    /// Every model that ran with more numbers of workers than one, in the order of its first run.
    /// Runs of different studies make no curve together.
    ///
    /// @param cores of the machine
    public static List<Sweep> allOf(Comparison comparison, int cores) {
        var settings = new LinkedHashMap<Setting, List<Contender>>();
        for (Contender contender : comparison.contenders()) {
            var setting =
                    new Setting(
                            contender.info().model(),
                            contender.info().setting(),
                            contender.study());
            settings.computeIfAbsent(setting, _ -> new ArrayList<>()).add(contender);
        }
        return settings.values().stream()
                .filter(contenders -> contenders.size() > 1)
                .map(contenders -> of(contenders, comparison.baseline(), cores))
                .toList();
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
        return of(contenders, comparison.baseline(), cores);
    }

    private static Sweep of(List<Contender> swept, Contender otherwise, int cores) {
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
                one.isPresent(),
                Scaling.of(measurements, one.orElse(otherwise).walls(), cores));
    }

    public String model() {
        return contenders.getFirst().info().model();
    }

    /// The model, with what was not as usual behind it.
    public String title() {
        var first = contenders.getFirst();
        return Stream.of(first.info().modelTitle(), first.info().setting(), first.apart())
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

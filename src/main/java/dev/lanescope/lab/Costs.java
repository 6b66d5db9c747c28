package dev.lanescope.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What was measured of one model: for each figure that it has, all samples.
///
/// @param samples in the units of the figures' groups
public record Costs(Map<Figure, List<Double>> samples) {

    /// Of nothing.
    public static final Costs NONE = new Costs(Map.of());

    private static final int MOST_SAMPLES = 1_000;

    public Costs {
        Map<Figure, List<Double>> copy = new EnumMap<>(Figure.class);
        samples.forEach((figure, all) -> copy.put(figure, List.copyOf(all)));
        samples = Collections.unmodifiableMap(copy);
    }

    /// Both together.
    public Costs plus(Costs more) {
        Map<Figure, List<Double>> sum = new EnumMap<>(Figure.class);
        for (Costs each : List.of(this, more)) {
            each.samples.forEach((figure, all) ->
                    sum.computeIfAbsent(figure, _ -> new ArrayList<>()).addAll(all));
        }
        return new Costs(sum);
    }

    /// Those of some figures.
    Costs only(List<Figure> figures) {
        Map<Figure, List<Double>> some = new EnumMap<>(Figure.class);
        some.putAll(samples);
        some.keySet().retainAll(figures);
        return new Costs(some);
    }

    /// The sample in the middle of each figure: what one process says, said once, so that samples
    /// of several processes can be counted as repeats.
    public Costs middles() {
        Map<Figure, List<Double>> middles = new EnumMap<>(Figure.class);
        samples.forEach((figure, all) -> middles.put(figure, List.of(new Spread(all).median())));
        return new Costs(middles);
    }

    /// Empty if it was not measured, or if the model has no such figure.
    public Optional<Spread> of(Figure figure) {
        return Optional.ofNullable(samples.get(figure)).map(Spread::new);
    }

    /// In one line, e.g. `start=12.0,13.5 first-page=99.0`.
    String line() {
        var words = new StringJoiner(" ");
        samples.forEach((figure, all) ->
                words.add(
                        figure.id()
                                + "="
                                + all.stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(","))));
        return words.toString();
    }

    /// What [#line] wrote.
    ///
    /// @throws IllegalArgumentException if it did not; says where
    static Costs parse(String line) {
        Map<String, Figure> figures =
                Arrays.stream(Figure.values())
                        .collect(Collectors.toMap(Figure::id, Function.identity()));
        Map<Figure, List<Double>> samples = new EnumMap<>(Figure.class);
        for (String word : line.split(" ", -1)) {
            String[] parts = word.split("=", 2);
            Figure figure = figures.get(parts[0]);
            if (figure == null || parts.length < 2) {
                throw new IllegalArgumentException("no figure: " + word);
            }
            String[] numbers = parts[1].split(",", MOST_SAMPLES + 1);
            List<Double> all = new ArrayList<>();
            for (String number : numbers) {
                all.add(number(number, word));
            }
            if (all.size() > MOST_SAMPLES || samples.put(figure, all) != null) {
                throw new IllegalArgumentException("too much of a figure: " + figure.id());
            }
        }
        return new Costs(samples);
    }

    private static double number(String text, String word) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException("no number: " + word);
    }
}

package dev.lanescope.lab.curves;

import dev.lanescope.lab.Spread;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One figure at several points: for each, all samples.
///
/// @param points by what the figure depends on, in ascending order
public record Curve(NavigableMap<Integer, List<Double>> points) {

    /// Of nothing.
    public static final Curve NONE = new Curve(new TreeMap<>());

    private static final int MOST_POINTS = 64;
    private static final int MOST_SAMPLES = 1_000;

    public Curve {
        NavigableMap<Integer, List<Double>> copy = new TreeMap<>();
        points.forEach((x, samples) -> copy.put(x, List.copyOf(samples)));
        points = Collections.unmodifiableNavigableMap(copy);
    }

    /// Both together.
    public Curve plus(Curve more) {
        NavigableMap<Integer, List<Double>> sum = new TreeMap<>();
        for (Curve each : List.of(this, more)) {
            each.points.forEach(
                    (x, samples) -> sum.computeIfAbsent(x, _ -> new ArrayList<>()).addAll(samples));
        }
        return new Curve(sum);
    }

    /// Empty if it was not measured there.
    public Optional<Spread> at(int x) {
        return Optional.ofNullable(points.get(x)).map(Spread::new);
    }

    /// The line that lies nearest to all samples; empty if they are at fewer than two points.
    public Optional<LinearFit> fit() {
        return LinearFit.of(
                points.entrySet().stream()
                        .flatMap(point ->
                                point.getValue().stream()
                                        .map(y -> new LinearFit.Point(point.getKey(), y)))
                        .toList());
    }

    /// In one line, e.g. `1024=31.5,29.0 4096=40.0`.
    String line() {
        var words = new StringJoiner(" ");
        points.forEach((x, samples) ->
                words.add(
                        x
                                + "="
                                + samples.stream()
                                        .map(Curve::number)
                                        .collect(Collectors.joining(","))));
        return words.toString();
    }

    private static String number(double sample) {
        return sample == Math.rint(sample) && Math.abs(sample) < 1e15
                ? Long.toString((long) sample)
                : Double.toString(sample);
    }

    /// What [#line] wrote.
    ///
    /// @throws IllegalArgumentException if it did not; says where
    static Curve parse(String line) {
        NavigableMap<Integer, List<Double>> points = new TreeMap<>();
        for (String word : line.split(" ", MOST_POINTS + 1)) {
            String[] parts = word.split("=", 2);
            if (parts.length < 2 || points.size() == MOST_POINTS) {
                throw new IllegalArgumentException("no point: " + word);
            }
            String[] numbers = parts[1].split(",", MOST_SAMPLES + 1);
            List<Double> samples = new ArrayList<>();
            for (String number : numbers) {
                samples.add(sample(number, word));
            }
            int x = (int) sample(parts[0], word);
            if (samples.size() > MOST_SAMPLES || points.put(x, samples) != null) {
                throw new IllegalArgumentException("too much of a point: " + x);
            }
        }
        return new Curve(points);
    }

    private static double sample(String text, String word) {
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

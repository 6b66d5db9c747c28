package dev.lanescope.lab;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Samples as they come in.
final class Samples {

    private final Map<Figure, List<Double>> all = new EnumMap<>(Figure.class);

    void add(Figure figure, double sample) {
        all.computeIfAbsent(figure, _ -> new ArrayList<>()).add(sample);
    }

    Costs costs() {
        return new Costs(all);
    }
}

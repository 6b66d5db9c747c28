package dev.lanescope.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Several things measured in turn, round by round, in an order drawn anew each round: whatever the
/// machine does meets all of them alike, so it cancels out of their ratios. The same thing listed
/// twice shows what the measurement can resolve at all.
final class Rounds {

    /// One measurement.
    interface Measurement {
        Cost take() throws Exception;
    }

    private final List<List<Cost>> costs; // by thing, then by round

    private Rounds(List<List<Cost>> costs) {
        this.costs = costs;
    }

    /// Measures everything once a round.
    ///
    /// @param rounds at least one
    static Rounds take(int rounds, List<Measurement> things) throws Exception {
        var costs = new ArrayList<List<Cost>>();
        things.forEach(_ -> costs.add(new ArrayList<>()));
        var order = new ArrayList<>(IntStream.range(0, things.size()).boxed().toList());
        var random = new Random(rounds);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (int thing : order) {
                costs.get(thing).add(things.get(thing).take());
            }
        }
        return new Rounds(costs);
    }

    /// A figure of one thing, over all rounds.
    Spread figure(int thing, ToDoubleFunction<Cost> figure) {
        return new Spread(costs.get(thing).stream().mapToDouble(figure).toArray());
    }

    /// A figure of one thing over that of another, round by round.
    Spread ratio(int over, int under, ToDoubleFunction<Cost> figure) {
        return new Spread(
                IntStream.range(0, costs.get(over).size())
                        .mapToDouble(round ->
                                figure.applyAsDouble(costs.get(over).get(round))
                                        / figure.applyAsDouble(costs.get(under).get(round)))
                        .toArray());
    }
}

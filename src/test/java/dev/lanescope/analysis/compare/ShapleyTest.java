package dev.lanescope.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/// Shares of what several bring together.
class ShapleyTest {

    private static IntToDoubleFunction random(long seed, int players) {
        var random = new Random(seed);
        double[] worth = random.doubles(1L << players, -5, 5).toArray();
        return subset -> worth[subset];
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_values_come_to_what_all_bring(long seed) {
        int players = (int) (seed % (Shapley.MOST + 1));
        IntToDoubleFunction worth = random(seed, players);
        double sum = Shapley.values(players, worth).stream().mapToDouble(each -> each).sum();
        double all = worth.applyAsDouble((1 << players) - 1) - worth.applyAsDouble(0);
        assertThat(sum).isCloseTo(all, within(1e-9));
    }

    /// By the definition: the mean of what each adds in every order in which they can come.
    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void a_value_is_the_mean_over_all_orders(long seed) {
        int players = 1 + (int) (seed % 5);
        IntToDoubleFunction worth = random(seed, players);
        double[] sums = new double[players];
        int orders = permute(new ArrayList<>(numbers(players)), 0, worth, sums);
        List<Double> values = Shapley.values(players, worth);
        for (int player = 0; player < players; player++) {
            assertThat(values.get(player)).isCloseTo(sums[player] / orders, within(1e-9));
        }
    }

    private static List<Integer> numbers(int players) {
        return java.util.stream.IntStream.range(0, players).boxed().toList();
    }

    private static int permute(
            List<Integer> order, int from, IntToDoubleFunction worth, double[] sums) {
        if (from == order.size()) {
            int before = 0;
            for (int player : order) {
                int after = before | 1 << player;
                sums[player] += worth.applyAsDouble(after) - worth.applyAsDouble(before);
                before = after;
            }
            return 1;
        }
        int count = 0;
        for (int at = from; at < order.size(); at++) {
            Collections.swap(order, from, at);
            count += permute(order, from + 1, worth, sums);
            Collections.swap(order, from, at);
        }
        return count;
    }

    @Test
    void who_brings_nothing_gets_nothing_and_who_are_alike_get_the_same() {
        List<Double> values = Shapley.values(3, subset -> (subset & 0b011) == 0b011 ? 1 : 0);
        assertThat(values).containsExactly(0.5, 0.5, 0.0);
    }

    @Test
    void more_than_eight_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shapley.values(9, subset -> subset))
                .withMessageContaining("9 players");
    }
}

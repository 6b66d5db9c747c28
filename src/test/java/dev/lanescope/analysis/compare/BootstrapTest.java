package dev.lanescope.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

/// Intervals hold what they promise, over many made-up experiments.
@Execution(ExecutionMode.CONCURRENT)
class BootstrapTest {

    private static final int EXPERIMENTS = 200;

    /// How many experiments in a hundred may show a difference where there is none: five are
    /// promised, and so few experiments scatter about that.
    private static final int MOST_WRONG = 9;

    @ParameterizedTest
    @CsvSource({"5, 1", "10, 1", "10, 4", "8, 8", "5, 7"})
    void where_there_is_no_difference_hardly_any_is_shown(int repeats, int settings) {
        var random = new Random(31L * repeats + settings);
        int wrong = 0;
        for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
            List<Double> baseline = samples(random, repeats, 100);
            boolean shown = false;
            for (int setting = 0; setting < settings; setting++) {
                List<Double> other = samples(random, repeats, 100);
                shown |= Bootstrap.ratio(baseline, other, settings).isShown();
            }
            wrong += shown ? 1 : 0;
        }
        assertThat(100 * wrong / EXPERIMENTS).isLessThanOrEqualTo(MOST_WRONG);
    }

    @Test
    void the_truth_lies_in_the_interval_nearly_always() {
        var random = new Random(7);
        int held = 0;
        for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
            Ratio ratio = Bootstrap.ratio(samples(random, 10, 180), samples(random, 10, 100));
            held += ratio.low() <= 1.8 && 1.8 <= ratio.high() ? 1 : 0;
        }
        assertThat(100 * held / EXPERIMENTS).isBetween(100 - MOST_WRONG, 100);
    }

    @Test
    void a_clear_difference_is_shown_with_five_runs_of_each() {
        var random = new Random(3);
        for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
            assertThat(Bootstrap.ratio(samples(random, 5, 150), samples(random, 5, 100)).isShown())
                    .isTrue();
        }
    }

    @Test
    void the_same_samples_have_the_same_interval() {
        List<Double> one = samples(new Random(1), 7, 90);
        List<Double> other = samples(new Random(2), 7, 100);
        assertThat(Bootstrap.ratio(one, other, 3)).isEqualTo(Bootstrap.ratio(one, other, 3));
    }

    /// Times that scatter by a twentieth.
    private static List<Double> samples(Random random, int count, double typical) {
        return new ArrayList<>(
                DoubleStream.generate(() -> typical * Math.exp(0.05 * random.nextGaussian()))
                        .limit(count)
                        .boxed()
                        .toList());
    }
}

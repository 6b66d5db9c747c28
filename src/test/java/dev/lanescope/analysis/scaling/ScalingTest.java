package dev.lanescope.analysis.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Laws are found again in what was made up by them, and none is told where there is too little.
@Execution(ExecutionMode.CONCURRENT)
class ScalingTest {

    private static final List<Integer> WORKERS = List.of(1, 2, 3, 4, 6, 8, 12, 16);
    private static final double NOISE = 0.02;
    private static final int SEEDS = 40;

    /// Runs as they would be under a law, each off by a little.
    private static List<Measurement> made(Law law, List<Integer> workers, int repeats, long seed) {
        var random = new Random(seed);
        var made = new ArrayList<Measurement>();
        for (int number : workers) {
            for (int repeat = 0; repeat < repeats; repeat++) {
                double noise = seed == 0 ? 0 : NOISE * random.nextGaussian();
                made.add(new Measurement(number, law.nanos(number) * (1 + noise)));
            }
        }
        return made;
    }

    private static Scaling scaling(List<Measurement> measurements, int cores) {
        List<Double> one =
                measurements.stream()
                        .filter(each -> each.workers() == measurements.getFirst().workers())
                        .map(Measurement::nanos)
                        .toList();
        return Scaling.of(measurements, one, cores);
    }

    @Test
    void without_noise_the_very_figures_come_out() {
        var law = new Law(1e9, 0.04, 0.002);
        Fit fit = scaling(made(law, WORKERS, 1, 0), 16).chosen().orElseThrow();
        assertThat(fit.kind()).isEqualTo(Fit.Kind.USL);
        assertThat(fit.law().sigma()).isCloseTo(0.04, within(1e-9));
        assertThat(fit.law().kappa()).isCloseTo(0.002, within(1e-9));
        assertThat(fit.law().oneNanos()).isCloseTo(1e9, within(1.0));
        assertThat(fit.law().peak()).isCloseTo(Math.sqrt(0.96 / 0.002), within(1e-3));
    }

    @Test
    void what_was_made_by_the_universal_law_lies_in_its_intervals() {
        var law = new Law(1e9, 0.05, 0.003);
        long found =
                IntStream.rangeClosed(1, SEEDS)
                        .mapToObj(seed -> scaling(made(law, WORKERS, 5, seed), 16))
                        .map(scaling -> scaling.chosen().orElseThrow())
                        .filter(fit -> fit.kind() == Fit.Kind.USL)
                        .filter(fit -> fit.sigma().contains(0.05))
                        .filter(fit -> fit.kappa().contains(0.003))
                        .count();
        assertThat(found).isGreaterThanOrEqualTo(SEEDS * 9 / 10);
    }

    @Test
    void what_was_made_by_amdahls_law_lies_in_its_interval() {
        var law = new Law(1e9, 0.1, 0);
        List<Fit> fits =
                IntStream.rangeClosed(1, SEEDS)
                        .mapToObj(seed -> scaling(made(law, WORKERS, 5, seed), 16))
                        .map(scaling -> scaling.fits().getFirst())
                        .toList();
        assertThat(fits).allMatch(fit -> fit.kind() == Fit.Kind.AMDAHL);
        assertThat(fits.stream().filter(fit -> fit.sigma().contains(0.1)).count())
                .isGreaterThanOrEqualTo(SEEDS * 9 / 10);
        assertThat(fits).allMatch(fit -> fit.sigma().high() - fit.sigma().low() < 0.03);
    }

    @Test
    void of_two_laws_that_fit_alike_the_simpler_one_is_told() {
        var law = new Law(1e9, 0.1, 0);
        long simple =
                IntStream.rangeClosed(1, SEEDS)
                        .mapToObj(seed -> scaling(made(law, WORKERS, 5, seed), 16))
                        .filter(each -> each.chosen().orElseThrow().kind() == Fit.Kind.AMDAHL)
                        .count();
        assertThat(simple).isGreaterThanOrEqualTo(SEEDS * 8 / 10);
    }

    @Test
    void no_figure_is_ever_negative() {
        var better = new ArrayList<Measurement>(); // each worker makes the others faster
        for (int workers : WORKERS) {
            better.add(new Measurement(workers, 1e9 / Math.pow(workers, 1.1)));
        }
        for (Fit fit : scaling(better, 16).fits()) {
            assertThat(fit.law().sigma()).isZero();
            assertThat(fit.law().kappa()).isZero();
            assertThat(fit.sigma().low()).isNotNegative();
            assertThat(fit.law().ceiling()).isInfinite();
        }
    }

    @Test
    void too_few_runs_or_numbers_of_workers_are_refused_with_the_reason() {
        var law = new Law(1e9, 0.1, 0);
        Scaling few = scaling(made(law, List.of(1, 2, 3, 4, 5), 1, 1), 8);
        assertThat(few.fits()).isEmpty();
        assertThat(few.chosen()).isEmpty();
        assertThat(few.refusal()).contains("there are 5 runs", "at least 6");
        assertThat(few.points()).hasSize(5);
        Scaling narrow = scaling(made(law, List.of(1, 2, 4), 5, 1), 8);
        assertThat(narrow.refusal()).contains("3 different numbers of workers", "at least 4");
        assertThat(scaling(made(law, List.of(1, 2, 3, 4), 2, 1), 8).refusal()).isEmpty();
    }

    @Test
    void no_curve_crosses_the_number_of_cores() {
        var law = new Law(1e9, 0.02, 0);
        List<Measurement> runs = made(law, List.of(1, 2, 3, 4), 5, 3);
        Law within = scaling(runs, 4).chosen().orElseThrow().law();
        runs.add(new Measurement(8, law.nanos(4))); // no faster than with all cores
        Scaling scaling = scaling(runs, 4);
        assertThat(scaling.chosen().orElseThrow().law()).isEqualTo(within);
        assertThat(scaling.chosen().orElseThrow().covers(8)).isFalse();
        Scaling.Point beyond = scaling.points().getLast();
        assertThat(beyond.beyondCores()).isTrue();
        assertThat(scaling.overLaw(beyond).orElseThrow()).isBetween(1.7, 2.0);
        assertThat(scaling(made(law, List.of(1, 2, 3, 4), 5, 3), 2).refusal())
                .contains("2 different numbers", "within the 2 cores", "as many cores");
    }

    @Test
    void karp_and_flatt_see_a_serial_part_as_it_is() {
        var law = new Law(1e9, 0.1, 0);
        Scaling scaling = scaling(made(law, WORKERS, 1, 0), 16);
        assertThat(scaling.points().getFirst().karpFlatt()).isEmpty();
        assertThat(scaling.points().stream().skip(1))
                .allSatisfy(point ->
                        assertThat(point.karpFlatt().orElseThrow().value())
                                .isCloseTo(0.1, within(1e-9)));
        DoubleStream growing =
                scaling(made(new Law(1e9, 0.1, 0.01), WORKERS, 1, 0), 16).points().stream()
                        .skip(1)
                        .mapToDouble(point -> point.karpFlatt().orElseThrow().value());
        assertThat(growing.toArray()).isSorted();
    }
}

package dev.lanescope.analysis.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A law that was fitted to measurements, and how sure its figures are.
///
/// The intervals are from a bootstrap of the residuals (Efron, 1979): the law's own values, each
/// with an error drawn from those that were found, are fitted anew, again and again. Which of the
/// laws is told is decided by AICc (Hurvich and Tsai, 1989), which asks of a further figure that it
/// explains more than chance would.
///
/// @param kind which law
/// @param aicc the less the better, among fits to the same measurements
/// @param most the greatest number of workers that was measured; beyond it the law only guesses
/// @param drawn the laws of the bootstrap
public record Fit(
        Kind kind,
        Law law,
        double aicc,
        Interval sigma,
        Interval kappa,
        int most,
        int runs,
        List<Law> drawn) {

    /// The laws that are tried.
    public enum Kind {
        AMDAHL("Amdahl's law", 2),
        USL("the universal scalability law", 3);

        private final String title;
        private final int figures;

        Kind(String title, int figures) {
            this.title = title;
            this.figures = figures;
        }

        public String title() {
            return title;
        }
    }

    private static final int DRAWS = 2_000;

    /// What is taken for no error at all, or made-up data without noise would have no AICc.
    private static final double LEAST_SQUARES = 1e-24;

    public Fit {
        drawn = List.copyOf(drawn);
    }

    static Fit of(List<Measurement> measurements, Kind kind) {
        Law law = LeastSquares.fit(measurements, kind == Kind.USL);
        var laws = new ArrayList<Law>(DRAWS);
        double[] errors = errors(law, measurements, kind);
        var random = new Random(measurements.size());
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Measurement> drawn = new ArrayList<>(measurements.size());
            for (Measurement each : measurements) {
                double error = errors[random.nextInt(errors.length)];
                double nanos = law.nanos(each.workers()) * Math.max(0.01, 1 + error);
                drawn.add(new Measurement(each.workers(), nanos));
            }
            laws.add(LeastSquares.fit(drawn, kind == Kind.USL));
        }
        return new Fit(
                kind,
                law,
                aicc(law, measurements, kind),
                Interval.of(law.sigma(), laws.stream().mapToDouble(Law::sigma).toArray()),
                Interval.of(law.kappa(), laws.stream().mapToDouble(Law::kappa).toArray()),
                measurements.stream().mapToInt(Measurement::workers).max().orElseThrow(),
                measurements.size(),
                laws);
    }

    /// Around 0, and as wide as errors are and not as the law, which was fitted to them, sees them.
    private static double[] errors(Law law, List<Measurement> measurements, Kind kind) {
        double[] errors =
                measurements.stream()
                        .mapToDouble(each -> each.nanos() / law.nanos(each.workers()) - 1)
                        .toArray();
        double mean = 0;
        for (double error : errors) {
            mean += error / errors.length;
        }
        double wider = Math.sqrt(errors.length / (double) (errors.length - kind.figures));
        for (int i = 0; i < errors.length; i++) {
            errors[i] = (errors[i] - mean) * wider;
        }
        return errors;
    }

    private static double aicc(Law law, List<Measurement> measurements, Kind kind) {
        int n = measurements.size();
        int k = kind.figures + 1; // and the scatter
        double squares = Math.max(LEAST_SQUARES, LeastSquares.squares(law, measurements));
        return n * Math.log(squares / n) + 2 * k + 2.0 * k * (k + 1) / (n - k - 1);
    }

    /// Whether so many workers were measured, or lie between such; beyond, the law only guesses.
    public boolean covers(double workers) {
        return workers <= most;
    }

    /// How many times as fast as something so many workers are by the law, and where the laws of
    /// the bootstrap have it.
    ///
    /// @param baselineNanos what the something takes
    public Interval speedUp(double workers, double baselineNanos) {
        return Interval.of(
                baselineNanos / law.nanos(workers),
                drawn.stream().mapToDouble(each -> baselineNanos / each.nanos(workers)).toArray());
    }

    /// With how many workers it is fastest, and where the laws of the bootstrap have that; may be
    /// infinite.
    public Interval peak() {
        return Interval.of(law.peak(), drawn.stream().mapToDouble(Law::peak).toArray());
    }
}

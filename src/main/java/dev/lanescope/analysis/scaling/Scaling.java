package dev.lanescope.analysis.scaling;

import dev.lanescope.analysis.compare.Bootstrap;
import dev.lanescope.analysis.compare.Ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How the same work gets faster with more workers: what was measured, and the law that describes
/// it, if there is enough to tell one.
///
/// One curve never crosses the number of cores, for there everything changes: a law is fitted to
/// what lies within it, and what lies beyond is held against it.
public final class Scaling {

    public static final int LEAST_RUNS = 6;
    public static final int LEAST_NUMBERS = 4;

    /// Beyond so many times the most that was measured nothing is foretold.
    public static final double FURTHEST = 2;

    /// What was measured with one number of workers.
    ///
    /// @param nanos of each run
    /// @param speedUp over the baseline
    /// @param karpFlatt the part of the work that seems to be serial, by what came out (Karp and
    ///   Flatt, 1990): if it stays as it is with more workers it truly is serial, if it grows then
    ///   so does what the workers cost each other; empty for one worker
    /// @param beyondCores whether there were more workers than cores
    public record Point(
            int workers,
            List<Double> nanos,
            Ratio speedUp,
            Optional<Interval> karpFlatt,
            boolean beyondCores) {

        public Point {
            nanos = List.copyOf(nanos);
        }

        public double medianNanos() {
            return Bootstrap.median(nanos.stream().mapToDouble(Double::doubleValue).toArray());
        }

        public double efficiency() {
            return speedUp.value() / workers;
        }
    }

    private final List<Point> points;
    private final List<Fit> fits;
    private final String refusal;
    private final int cores;
    private final double baselineNanos;

    private Scaling(
            List<Point> points, List<Fit> fits, String refusal, int cores, double baselineNanos) {
        this.baselineNanos = baselineNanos;
        this.points = List.copyOf(points);
        this.fits = List.copyOf(fits);
        this.refusal = refusal;
        this.cores = cores;
    }

    /// Fits the laws to a sweep.
    ///
    /// @param baseline what the runs took that speed-ups are over; at least one
    /// @param cores of the machine
    public static Scaling of(List<Measurement> measurements, List<Double> baseline, int cores) {
        Map<Integer, List<Double>> byWorkers =
                measurements.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Measurement::workers,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                Measurement::nanos, Collectors.toList())));
        var points = new ArrayList<Point>();
        byWorkers.forEach((workers, nanos) -> points.add(point(workers, nanos, baseline, cores)));
        List<Measurement> within =
                measurements.stream().filter(each -> each.workers() <= cores).toList();
        String refusal = refusal(within, measurements.size() > within.size(), cores);
        List<Fit> fits =
                refusal.isEmpty()
                        ? List.of(Fit.of(within, Fit.Kind.AMDAHL), Fit.of(within, Fit.Kind.USL))
                        : List.of();
        return new Scaling(
                points,
                fits,
                refusal,
                cores,
                Bootstrap.median(baseline.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private static Point point(int workers, List<Double> nanos, List<Double> baseline, int cores) {
        Ratio speedUp = Bootstrap.ratio(baseline, nanos);
        Optional<Interval> serial =
                workers == 1
                        ? Optional.empty()
                        : Optional.of(
                                new Interval(
                                        karpFlatt(speedUp.value(), workers),
                                        karpFlatt(speedUp.high(), workers),
                                        karpFlatt(speedUp.low(), workers)));
        return new Point(workers, nanos, speedUp, serial, workers > cores);
    }

    static double karpFlatt(double speedUp, int workers) {
        return (1 / speedUp - 1.0 / workers) / (1 - 1.0 / workers);
    }

    private static String refusal(List<Measurement> within, boolean more, int cores) {
        String where = more ? " within the " + cores + " cores of this machine" : "";
        if (within.size() < LEAST_RUNS) {
            return "No law is told: there are "
                    + within.size()
                    + " runs"
                    + where
                    + ", and it takes at least "
                    + LEAST_RUNS
                    + ".";
        }
        long numbers = within.stream().mapToInt(Measurement::workers).distinct().count();
        if (numbers < LEAST_NUMBERS) {
            return "No law is told: "
                    + numbers
                    + " different numbers of workers were measured"
                    + where
                    + ", and it takes at least "
                    + LEAST_NUMBERS
                    + (cores < LEAST_NUMBERS
                            ? ", so at least as many cores: beyond them everything changes."
                            : ".");
        }
        return "";
    }

    /// By number of workers.
    public List<Point> points() {
        return points;
    }

    /// Why no law is told; empty if one is.
    public String refusal() {
        return refusal;
    }

    /// Both laws, or none.
    public List<Fit> fits() {
        return fits;
    }

    /// The law that is told: the one with the least AICc.
    public Optional<Fit> chosen() {
        return fits.stream().min((one, other) -> Double.compare(one.aicc(), other.aicc()));
    }

    public int cores() {
        return cores;
    }

    /// What speed-ups are over.
    public double baselineNanos() {
        return baselineNanos;
    }

    /// What a point should take by the law; empty if there is none, or if the point lies so far
    /// beyond what the law was fitted to that nothing is foretold.
    public Optional<Double> foretold(Point point) {
        return chosen().filter(fit -> point.workers() <= FURTHEST * fit.most())
                .map(fit -> fit.law().nanos(point.workers()));
    }

    /// How many times as long a point took as was foretold.
    public Optional<Double> overLaw(Point point) {
        return foretold(point).map(nanos -> point.medianNanos() / nanos);
    }
}

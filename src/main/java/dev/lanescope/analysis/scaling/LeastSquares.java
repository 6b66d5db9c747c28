package dev.lanescope.analysis.scaling;

import java.util.List;

/// Finds the [Law] that lies nearest to measurements.
///
/// `N T(N) = a + b (N-1) + c N (N-1)` is linear in `a = T(1)`, `b = sigma a` and `c = kappa a`, and
/// runs scatter in proportion to what they take. So what is made least is the sum of the squares of
/// the relative errors, by weighted linear least squares whose weights are what the law before
/// foretold, until it moves no more. That b and c are not negative is kept by trying each set of
/// them that is not zero: there are four.
final class LeastSquares {

    private static final int MOST_ROUNDS = 50;
    private static final double SETTLED = 1e-12;

    private LeastSquares() {}

    /// @param withKappa whether kappa may be other than 0
    static Law fit(List<Measurement> measurements, boolean withKappa) {
        double[] weights =
                measurements.stream().mapToDouble(each -> each.workers() * each.nanos()).toArray();
        Law law = best(measurements, weights, withKappa);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            for (int i = 0; i < weights.length; i++) {
                int workers = measurements.get(i).workers();
                weights[i] = workers * law.nanos(workers);
            }
            Law next = best(measurements, weights, withKappa);
            boolean settled =
                    Math.abs(next.oneNanos() - law.oneNanos()) <= SETTLED * law.oneNanos()
                            && Math.abs(next.sigma() - law.sigma()) <= SETTLED
                            && Math.abs(next.kappa() - law.kappa()) <= SETTLED;
            law = next;
            if (settled) {
                break;
            }
        }
        return law;
    }

    /// The sum of the squares of the relative errors.
    static double squares(Law law, List<Measurement> measurements) {
        double sum = 0;
        for (Measurement each : measurements) {
            double error = each.nanos() / law.nanos(each.workers()) - 1;
            sum += error * error;
        }
        return sum;
    }

    private static Law best(List<Measurement> measurements, double[] weights, boolean withKappa) {
        Law best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int free = 0; free < (withKappa ? 4 : 2); free++) {
            double[] found = solve(measurements, weights, (free & 1) != 0, (free & 2) != 0);
            if (found[0] > 0 && found[1] >= 0 && found[2] >= 0) {
                double rest = rest(measurements, weights, found);
                if (rest < least) {
                    least = rest;
                    best = new Law(found[0], found[1] / found[0], found[2] / found[0]);
                }
            }
        }
        if (best == null) { // the mean alone is always positive
            throw new IllegalStateException("no law fits " + measurements);
        }
        return best;
    }

    private static double rest(List<Measurement> measurements, double[] weights, double[] found) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double[] x = columns(measurements.get(i).workers());
            double told = found[0] * x[0] + found[1] * x[1] + found[2] * x[2];
            double error =
                    (measurements.get(i).workers() * measurements.get(i).nanos() - told)
                            / weights[i];
            sum += error * error;
        }
        return sum;
    }

    private static double[] columns(int workers) {
        return new double[] {1, workers - 1.0, workers * (workers - 1.0)};
    }

    /// The normal equations of the columns that are free; the others stay 0.
    private static double[] solve(
            List<Measurement> measurements, double[] weights, boolean second, boolean third) {
        boolean[] free = {true, second, third};
        double[][] matrix = new double[3][4];
        for (int i = 0; i < weights.length; i++) {
            double[] x = columns(measurements.get(i).workers());
            double y = measurements.get(i).workers() * measurements.get(i).nanos();
            double weight = 1 / (weights[i] * weights[i]);
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    matrix[row][column] += weight * x[row] * x[column];
                }
                matrix[row][3] += weight * x[row] * y;
            }
        }
        for (int fixed = 0; fixed < 3; fixed++) {
            if (!free[fixed]) {
                for (int other = 0; other < 3; other++) {
                    matrix[fixed][other] = other == fixed ? 1 : 0;
                    matrix[other][fixed] = other == fixed ? 1 : 0;
                }
                matrix[fixed][3] = 0;
            }
        }
        return eliminate(matrix);
    }

    /// Gauss with the greatest pivot; a column that tells nothing new gets 0.
    private static double[] eliminate(double[][] matrix) {
        int size = matrix.length;
        for (int step = 0; step < size; step++) {
            int pivot = step;
            for (int row = step + 1; row < size; row++) {
                if (Math.abs(matrix[row][step]) > Math.abs(matrix[pivot][step])) {
                    pivot = row;
                }
            }
            double[] swapped = matrix[step];
            matrix[step] = matrix[pivot];
            matrix[pivot] = swapped;
            for (int row = step + 1; row < size && matrix[step][step] != 0; row++) {
                double factor = matrix[row][step] / matrix[step][step];
                for (int column = step; column <= size; column++) {
                    matrix[row][column] -= factor * matrix[step][column];
                }
            }
        }
        double[] found = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = matrix[row][size];
            for (int column = row + 1; column < size; column++) {
                sum -= matrix[row][column] * found[column];
            }
            found[row] = matrix[row][row] == 0 ? 0 : sum / matrix[row][row];
        }
        return found;
    }
}

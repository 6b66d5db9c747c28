package dev.lanescope.analysis.scaling;

/// How long the work takes by so many workers: `T(N) = T(1) (1 + sigma (N-1) + kappa N (N-1)) / N`
/// (the universal scalability law: Gunther, *Guerrilla Capacity Planning*, 2007). Without kappa it
/// is Amdahl's law (1967). It describes; it does not explain.
///
/// @param oneNanos what one worker takes
/// @param sigma the part that only one can do at a time, 0 or more
/// @param kappa what each pair of workers costs, 0 or more
public record Law(double oneNanos, double sigma, double kappa) {

    public Law {
        if (!(oneNanos > 0) || !(sigma >= 0) || !(kappa >= 0)) {
            throw new IllegalArgumentException(
                    "a law with " + oneNanos + " ns, sigma " + sigma + ", kappa " + kappa);
        }
    }

    public double nanos(double workers) {
        return oneNanos / speedUp(workers);
    }

    /// How many times as fast as one worker.
    public double speedUp(double workers) {
        return workers / (1 + sigma * (workers - 1) + kappa * workers * (workers - 1));
    }

    /// With how many workers it is fastest; more than that make it slower. Infinite if kappa is 0.
    public double peak() {
        return kappa == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(Math.max(0, 1 - sigma) / kappa);
    }

    /// What no number of workers exceeds; infinite if nothing hinders them.
    public double ceiling() {
        if (kappa > 0) {
            return speedUp(Math.max(1, peak()));
        }
        return sigma == 0 ? Double.POSITIVE_INFINITY : 1 / sigma;
    }
}

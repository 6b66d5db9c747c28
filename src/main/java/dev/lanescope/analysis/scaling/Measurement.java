package dev.lanescope.analysis.scaling;

/// One run: so many workers took so long.
public record Measurement(int workers, double nanos) {

    public Measurement {
        if (workers < 1 || !(nanos > 0) || !Double.isFinite(nanos)) {
            throw new IllegalArgumentException(workers + " workers in " + nanos + " ns");
        }
    }
}

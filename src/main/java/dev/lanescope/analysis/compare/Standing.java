package dev.lanescope.analysis.compare;

import java.util.Optional;

/// Where a setting stands beside the baseline: within a tenth of it, it is similar. The whole
/// interval decides, so that no standing speaks against the [Verdict].
public enum Standing {
    BASELINE("baseline"),
    IMPROVED("improved"),
    SIMILAR("similar"),
    DEGRADED("degraded");

    private static final double BAND = 0.1;

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// Empty if it may be one or the other.
    static Optional<Standing> of(Ratio speedUp) {
        if (!speedUp.isSure()) {
            return Optional.empty();
        }
        boolean within = speedUp.low() >= 1 - BAND && speedUp.high() <= 1 + BAND;
        if (!within && !speedUp.isShown()) {
            return Optional.empty();
        }
        if (Math.abs(speedUp.value() - 1) <= BAND) {
            return Optional.of(SIMILAR);
        }
        return Optional.of(speedUp.value() > 1 ? IMPROVED : DEGRADED);
    }
}

package dev.lanescope.analysis.compare;

/// Where a setting stands beside the baseline by the figures in the middle: within a tenth it is
/// similar. Whether that is sure, the [Verdict] says.
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

    static Standing of(Ratio speedUp) {
        if (speedUp.value() > 1 + BAND) {
            return IMPROVED;
        }
        return speedUp.value() < 1 - BAND ? DEGRADED : SIMILAR;
    }
}

package dev.lanescope.analysis.compare;

/// Whether a way of doing the work pays, against another one. The whole interval decides, not the
/// figure in its middle.
public enum Verdict {
    /// More than half as fast again.
    CLEARLY_FASTER("clearly faster"),
    /// More than a tenth faster.
    FASTER("faster"),
    /// Faster, but perhaps by so little that it does not pay.
    SOMEWHAT_FASTER("faster, perhaps too little to pay"),
    /// Faster, but by so little that nobody should change anything for it.
    HARDLY_FASTER("hardly faster: does not pay"),
    /// However fast it may be, it is not as fast as the other.
    SLOWER("slower: does not pay"),
    /// The interval holds 1.
    NO_DIFFERENCE("no difference shown"),
    /// There are fewer repeats than can carry that much certainty for so many settings.
    UNDECIDED("too few repeats to tell"),
    /// The runs did not do the same.
    NONE("no verdict");

    private static final double CLEAR = 1.5;
    private static final double WORTH_IT = 1.1;

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    static Verdict of(Ratio speedUp) {
        if (!speedUp.isSure()) {
            return UNDECIDED;
        }
        if (!speedUp.isShown()) {
            return NO_DIFFERENCE;
        }
        if (speedUp.high() < 1) {
            return SLOWER;
        }
        if (speedUp.low() > CLEAR) {
            return CLEARLY_FASTER;
        }
        if (speedUp.low() > WORTH_IT) {
            return FASTER;
        }
        return speedUp.high() > WORTH_IT ? SOMEWHAT_FASTER : HARDLY_FASTER;
    }
}

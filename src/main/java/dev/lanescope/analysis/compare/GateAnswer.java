package dev.lanescope.analysis.compare;

/// What a gate says of a figure, or of all of them together. The worse stand later.
public enum GateAnswer {
    /// The whole interval lies within what is allowed.
    NOT_SLOWER("not slower"),
    /// The interval holds the limit, or the machine does not let anybody tell. That is no
    /// permission.
    CANNOT_TELL("cannot tell"),
    /// The whole interval lies beyond what is allowed.
    SLOWER("slower");

    private final String words;

    GateAnswer(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}

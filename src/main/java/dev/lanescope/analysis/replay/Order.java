package dev.lanescope.analysis.replay;

/// Which task a worker takes next.
public enum Order {
    /// As they were begun in the run.
    AS_RECORDED,
    /// The longest first (LPT: Graham, 1969).
    HEAVIEST_FIRST,
    /// Dealt out in turn before anybody begins, as they stand in the content: whoever is done with
    /// its own helps nobody.
    ROUND_ROBIN
}

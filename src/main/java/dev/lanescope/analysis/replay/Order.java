package dev.lanescope.analysis.replay;

/// In which order workers take the tasks from their one queue.
public enum Order {
    /// As they were begun in the run.
    AS_RECORDED,
    /// The longest first (LPT: Graham, 1969).
    HEAVIEST_FIRST
}

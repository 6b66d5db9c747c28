package dev.lanescope.analysis.replay;

/// One page as a replay does it: in order, what needs no lock, what needs it if there is one, and
/// the rest.
///
/// @param beforeNanos hand-over and reading
/// @param computeNanos what a lock would guard
/// @param afterNanos writing
record Task(long beforeNanos, long computeNanos, long afterNanos) {

    long nanos() {
        return beforeNanos + computeNanos + afterNanos;
    }
}

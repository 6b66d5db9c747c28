package dev.lanescope.analysis.replay;

/// What a replay says a run would have taken, within what theory allows.
///
/// The least is what no schedule beats: all work shared out evenly, the longest task, or all that
/// one lock guards. The most holds for whoever lets no worker idle while there are tasks: without a
/// lock, even shares and all but an Nth part of the longest task (Graham, 1969; Brent, 1974); with
/// one, all that it guards on top.
///
/// @param nanos the replay's own figure; between the other two
/// @param leastNanos the lower bound
/// @param mostNanos the upper bound
public record Prediction(long nanos, long leastNanos, long mostNanos) {

    /// The same for a run with something before and after it that stays as it was.
    Prediction plus(long more) {
        return new Prediction(nanos + more, leastNanos + more, mostNanos + more);
    }
}

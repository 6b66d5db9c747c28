package dev.lanescope.analysis.explain;

import java.util.Optional;

/// Looks for one illness. Finds nothing rather than something that may not be so.
interface Rule {

    /// Less is not worth a sentence: runs of one setting differ by that much from each other.
    double WORTH_SAYING = 0.05;

    /// From here on it is more than a nuisance: without it the run would gain what a verdict calls
    /// faster.
    double TENTH = 0.1;

    Optional<Finding> examine(Examination run);
}

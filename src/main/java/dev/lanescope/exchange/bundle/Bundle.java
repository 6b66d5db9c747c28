package dev.lanescope.exchange.bundle;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.trace.Snapshot;

import java.util.List;

/// A study that is over: every run's trace, setting by setting, with what was asked and how the
/// runs came about.
///
/// @param traces at least one
public record Bundle(Question question, List<Snapshot> traces) {

    /// How the name of a bundle's file ends, without the dot.
    public static final String EXTENSION = "lanestudy";

    /// More runs has no study.
    static final int MOST_TRACES = 10_000;

    public Bundle {
        traces = List.copyOf(traces);
        if (traces.isEmpty() || traces.size() > MOST_TRACES) {
            throw new IllegalArgumentException("a bundle of " + traces.size() + " traces");
        }
    }

    /// Holds its settings against each other, anew.
    public Comparison comparison() {
        return Comparison.of(traces);
    }
}

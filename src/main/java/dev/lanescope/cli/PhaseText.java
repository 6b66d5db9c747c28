package dev.lanescope.cli;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.trace.Snapshot;

import java.util.stream.Collectors;

/// How the wall time of a run divides into its phases, in words.
final class PhaseText {

    private PhaseText() {}

    /// For example `: 1.20 s pages, 80.1 ms generated`; nothing for a run in one phase.
    static String of(Snapshot trace) {
        return trace.info().phases().size() == 1
                ? ""
                : PhaseTime.of(trace).stream()
                        .map(time -> Durations.text(time.nanos()) + " " + time.phase().name())
                        .collect(Collectors.joining(", ", ": ", ""));
    }
}

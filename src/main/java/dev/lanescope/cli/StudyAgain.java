package dev.lanescope.cli;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Gate;
import dev.lanescope.exchange.report.Circumstances;

import java.util.Optional;

/// A study from a file that is done again here.
///
/// @param allowed how much longer anything may take than it did there, 0.1 for a tenth; empty if no
///   gate was asked for
record StudyAgain(StudyBundle kept, Optional<Double> allowed) {

    /// Refuses what cannot be done again.
    static StudyAgain of(StudyBundle kept, Optional<Double> allowed) throws TerminalException {
        kept.expectOwnQuestion();
        return new StudyAgain(kept, allowed);
    }

    Comparison there() {
        return kept.opened().bundle().comparison();
    }

    Circumstances circumstances() throws TerminalException {
        return kept.circumstances();
    }

    RenderOptions look() throws TerminalException {
        return kept.look();
    }

    /// As it was asked; for a gate with as many rounds as its figures need.
    ///
    /// @throws TerminalException if too few were kept for a gate
    StudyPlan plan() throws TerminalException {
        StudyPlan asked = kept.plan();
        if (allowed.isEmpty()) {
            return asked;
        }
        int needed =
                Gate.repeats(there())
                        .orElseThrow(() ->
                                TerminalException.badInput(
                                        kept.file()
                                                + " holds too few repeats of each setting for a"
                                                + " gate: keep it anew, with --repeats 10 or"
                                                + " more."));
        return asked.withRepeats(Math.max(asked.repeats(), needed));
    }

    Optional<GateReport> gate(Comparison here, Circumstances now) throws TerminalException {
        boolean busyThere = circumstances().isNoisy();
        return allowed.map(more ->
                new GateReport(
                        Gate.of(there(), here, 1 + more, busyThere, now.isNoisy()), there()));
    }
}

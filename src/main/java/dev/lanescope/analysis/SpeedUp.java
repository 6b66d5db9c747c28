package dev.lanescope.analysis;

import dev.lanescope.trace.RunInfo;

/// How much faster one run was than another that did the same work, or why that cannot be said.
public sealed interface SpeedUp {

    /// Both runs did all of the same work.
    ///
    /// @param factor makespan of the baseline over that of the run; above 1 is faster
    /// @param workers of the run
    record Known(double factor, int workers) implements SpeedUp {

        /// Speed-up per worker. Above 1 only if the baseline did not use its worker well.
        public double efficiency() {
            return factor / workers;
        }
    }

    /// The runs cannot be compared.
    ///
    /// @param reason one sentence for people
    record Unknown(String reason) implements SpeedUp {}

    /// The speed-up of a run over a baseline. A cold run may be held against a warm one; that is
    /// for the caller to point out.
    static SpeedUp of(RunSummary run, RunSummary baseline) {
        RunInfo a = run.info();
        RunInfo b = baseline.info();
        if (!a.content().equals(b.content()) || a.contentBytes() != b.contentBytes()) {
            return new Unknown("The runs rendered different content.");
        }
        if (a.items().size() != b.items().size()) {
            return new Unknown(
                    "One run had "
                            + a.items().size()
                            + " items, the other "
                            + b.items().size()
                            + ".");
        }
        if (!run.finished() || !baseline.finished()) {
            return new Unknown("One of the runs is not over yet.");
        }
        if (run.itemsFinished() != baseline.itemsFinished()) {
            return new Unknown(
                    "One run finished "
                            + run.itemsFinished()
                            + " items, the other "
                            + baseline.itemsFinished()
                            + ".");
        }
        if (run.wallNanos() == 0 || baseline.wallNanos() == 0) {
            return new Unknown("One of the runs took no time at all.");
        }
        return new Known((double) baseline.wallNanos() / run.wallNanos(), a.workers());
    }
}

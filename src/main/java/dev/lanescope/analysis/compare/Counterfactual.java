package dev.lanescope.analysis.compare;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.KnownMachine;
import dev.lanescope.analysis.replay.Prediction;
import dev.lanescope.analysis.replay.Replay;
import dev.lanescope.trace.Snapshot;

import java.util.Optional;
import java.util.OptionalInt;

/// How many times as fast as the baseline a setting would be if nobody waited for a lock, by replay
/// of its run in the middle. A prediction, and never measured.
///
/// @param speedUp what the replay says
/// @param low the least that theory leaves possible
/// @param high the most
public record Counterfactual(double speedUp, double low, double high) {

    /// Empty where nobody waited for a lock, where the replay has not understood the run, or where
    /// the number of processors is not known.
    public static Optional<Counterfactual> of(Comparison.Row row, Comparison comparison) {
        Snapshot run = row.contender().median();
        OptionalInt processors = KnownMachine.processors(run.info());
        if (processors.isEmpty() || !comparison.objections().isEmpty()) {
            return Optional.empty();
        }
        return Replay.of(run)
                .flatMap(replay -> replay.withoutLockWait(processors.getAsInt()))
                .map(told -> over(comparison.baseline().median(), told));
    }

    static Counterfactual over(Snapshot baseline, Prediction told) {
        double nanos = baseline.endNanos();
        return new Counterfactual(
                nanos / Math.max(1, told.nanos()),
                nanos / Math.max(1, told.mostNanos()),
                nanos / Math.max(1, told.leastNanos()));
    }

    /// E.g. `1.90 (1.62 to 2.00)`.
    public String words() {
        return Amounts.factor(speedUp)
                + " ("
                + Amounts.factor(low)
                + " to "
                + Amounts.factor(high)
                + ")";
    }

    /// E.g. `Without lock wait it would be 1.90 times as fast as the baseline (bounds 1.62 to
    /// 2.00): predicted by replay, not measured.`
    public String sentence() {
        return "Without lock wait it would be "
                + Amounts.factor(speedUp)
                + " times as fast as the baseline (bounds "
                + Amounts.factor(low)
                + " to "
                + Amounts.factor(high)
                + "): predicted by replay, not measured.";
    }
}

package dev.lanescope.analysis.compare;

import dev.lanescope.analysis.Amounts;

import java.util.Optional;

/// One thing that a [Gate] judges: how long a setting takes for its whole run, or for one phase.
///
/// @param setting as it was done now
/// @param part [#WHOLE], or the name of a phase
/// @param thenNanos the median of the runs that were kept
/// @param nowNanos the median of those that were made now
/// @param timesAsLong now over then; the intervals of all figures of a gate hold together with 95 %
/// @param why the answer is not what the interval alone would say, or says nothing, as part of a
///   sentence; empty if the interval decides
public record GateFigure(
        Contender setting,
        String part,
        double thenNanos,
        double nowNanos,
        Ratio timesAsLong,
        GateAnswer answer,
        Optional<String> why) {

    public static final String WHOLE = "whole run";

    /// Others can make runs take longer and never shorter: so what is long on a busy machine, and
    /// what is not longer than on a busy machine, says nothing.
    ///
    /// @param busyThen whether other programs used the machine when the baseline was kept
    /// @param busyNow whether they use it now
    static GateFigure judged(
            Contender setting,
            String part,
            double thenNanos,
            double nowNanos,
            Ratio timesAsLong,
            double limit,
            boolean busyThen,
            boolean busyNow) {
        GateAnswer answer = GateAnswer.CANNOT_TELL;
        Optional<String> why = Optional.empty();
        if (!timesAsLong.isSure()) {
            why = Optional.of("too few repeats");
        } else if (timesAsLong.low() > limit) {
            answer = busyNow ? GateAnswer.CANNOT_TELL : GateAnswer.SLOWER;
            why = busyNow ? Optional.of("other programs use the machine now") : why;
        } else if (timesAsLong.high() <= limit) {
            answer = busyThen ? GateAnswer.CANNOT_TELL : GateAnswer.NOT_SLOWER;
            why = busyThen ? Optional.of("other programs used the machine then") : why;
        } else {
            why = Optional.of("the interval holds " + Amounts.factor(limit));
        }
        return new GateFigure(setting, part, thenNanos, nowNanos, timesAsLong, answer, why);
    }

    /// The answer, and behind it why, e.g. `cannot tell: the interval holds 1.10`.
    public String words() {
        return answer.words() + why.map(reason -> ": " + reason).orElse("");
    }
}

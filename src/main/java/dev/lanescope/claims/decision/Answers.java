package dev.lanescope.claims.decision;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.claims.Build;
import dev.lanescope.claims.Claims;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Measure;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.Readings;
import dev.lanescope.claims.Side;
import dev.lanescope.claims.decision.DecisionTree.Answer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the tree is answered with: measurements where there are any, else what somebody says.
public final class Answers {

    private static final Measure THREADS =
            new Measure.SpeedUp(
                    new Side("python-threads", Build.WITH_GIL),
                    new Side("python-sequential", Build.WITH_GIL));

    private static final double HALF = 0.5;

    private Answers() {}

    /// All that is known.
    ///
    /// @param readings of this machine; the first of a key counts
    /// @param isolated whether somebody says that what goes wrong must stay local
    /// @param async whether somebody says that the code is written for asyncio
    public static Map<Question, Answer> of(
            Here here, List<Reading> readings, boolean isolated, boolean async) {
        Map<Question, Answer> known = new EnumMap<>(Question.class);
        Readings.ALONE.stream()
                .flatMap(model -> first(readings, Readings.computing(model)).stream())
                .findFirst()
                .flatMap(Answers::computes)
                .ifPresent(answer -> known.put(Question.COMPUTES, answer));
        first(readings, THREADS.key())
                .flatMap(Answers::atOnce)
                .ifPresent(answer -> known.put(Question.AT_ONCE, answer));
        known.put(Question.ISOLATED, new Answer(isolated, "you say so"));
        boolean able = here.runtime(Build.WITH_GIL).isPresent();
        known.put(
                Question.COMPATIBLE,
                new Answer(
                        able,
                        able
                                ? "there is an InterpreterPoolExecutor, and our renderer runs in it"
                                : "no Python here has an InterpreterPoolExecutor"));
        known.put(Question.ASYNC, new Answer(async, "you say so"));
        return known;
    }

    /// Only what all runs agree on answers.
    private static Optional<Answer> computes(Reading share) {
        boolean mostly = share.low() >= HALF;
        if (!mostly && share.high() >= HALF) {
            return Optional.empty();
        }
        String range =
                share.repeats() == 1
                        ? ""
                        : " ("
                                + Amounts.percent(share.low())
                                + " to "
                                + Amounts.percent(share.high())
                                + ")";
        return Optional.of(
                new Answer(
                        mostly,
                        share.what()
                                + " computed "
                                + Amounts.percent(share.value())
                                + range
                                + " of its time in "
                                + Amounts.count(share.repeats(), "run")));
    }

    /// Only a whole interval answers.
    private static Optional<Answer> atOnce(Reading speedUp) {
        String words = "threads are " + speedUp.words() + " times as fast as one";
        return switch (Claims.NOTHING_GAINED_BAND.place(speedUp)) {
            case INSIDE -> Optional.of(new Answer(false, words));
            case OUTSIDE -> Optional.of(new Answer(true, words));
            case OPEN -> Optional.empty();
        };
    }

    private static Optional<Reading> first(List<Reading> readings, String key) {
        return readings.stream().filter(each -> each.key().equals(key)).findFirst();
    }
}

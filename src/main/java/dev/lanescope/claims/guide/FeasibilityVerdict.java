package dev.lanescope.claims.guide;

import dev.lanescope.claims.Claim;
import dev.lanescope.claims.ClaimState;
import dev.lanescope.claims.Claims;
import dev.lanescope.claims.Outcome;
import dev.lanescope.claims.Reading;
import dev.lanescope.lab.Unit;

import java.util.List;
import java.util.Optional;

/// How the feasibility study ends: the outcome by the speed of interpreters over threads, of a
/// CPython where one was measured, for that is what was asked; and the decision by the rule of the
/// claim that isolation is worth its price.
final class FeasibilityVerdict {

    private static final String WORTH_IT = "isolation-worth-it";
    private static final String RULE = ", by the rule of " + WORTH_IT;

    private FeasibilityVerdict() {}

    /// Empty as long as the prototypes were not held against each other.
    static Optional<Verdict> of(Found found) {
        boolean measured =
                Prototype.sought(found.here()).stream()
                        .filter(Sought::needed)
                        .allMatch(each -> found.of(each.key()).isPresent());
        return measured ? Optional.of(verdict(found)) : Optional.empty();
    }

    private static Verdict verdict(Found found) {
        Optional<Reading> python = found.of(Prototype.PYTHON_GAIN);
        Reading decides = python.or(() -> found.of(Prototype.GAIN)).orElseThrow();
        Outcome outcome = Outcome.at(decides);
        boolean sure = Outcome.of(decides).isPresent();
        return new Verdict(
                outcome.word(),
                outcome.meaning(),
                sure,
                decides.what()
                        + ": "
                        + decides.words()
                        + " times as fast"
                        + (sure ? "." : "; its interval reaches beyond this outcome."),
                decision(found),
                List.of(
                        figure("Gain, JVM", found, Prototype.GAIN, Unit.RATIO),
                        figure("Gain, CPython", found, Prototype.PYTHON_GAIN, Unit.RATIO),
                        figure("Memory: classes a worker", found, Prototype.METASPACE, Unit.BYTES),
                        figure("Memory: heap a worker", found, Prototype.HEAP, Unit.BYTES),
                        figure("Start over a thread's", found, Prototype.START, Unit.RATIO),
                        figure("Complexity: code over threads'", found, Prototype.CODE, Unit.RATIO),
                        new Verdict.Figure(
                                "Isolation score, isolated",
                                Prototype.scoreWords(found, Prototype.ISOLATED)),
                        new Verdict.Figure(
                                "Isolation score, threads",
                                Prototype.scoreWords(found, Prototype.THREADS))));
    }

    private static Verdict.Figure figure(String name, Found found, String key, Unit unit) {
        return new Verdict.Figure(name, found.words(Sought.welcome(key, name, unit)));
    }

    private static String decision(Found found) {
        Claim worth = Claims.byId(WORTH_IT).orElseThrow();
        ClaimState state = worth.rule().judge(found.readings());
        return switch (state) {
            case ClaimState.Confirmed _ ->
                    "Isolation is worth its price here" + RULE + ": carry on.";
            case ClaimState.Refuted(String why) ->
                    "Isolation is not worth its price here" + RULE + ": " + why;
            case ClaimState.Undecided(String why, _) ->
                    "Whether isolation is worth its price is not decided" + RULE + ": " + why;
            case ClaimState.NotTestable(String why) ->
                    "Whether isolation is worth its price cannot be decided here"
                            + RULE
                            + ": "
                            + why;
        };
    }
}

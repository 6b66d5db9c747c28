package dev.lanescope.claims.guide;

import dev.lanescope.claims.Band;
import dev.lanescope.claims.Reading;
import dev.lanescope.lab.Unit;

import java.util.List;
import java.util.Optional;

/// How the JIT study ends. Best is a gain of 5 % or more, realistic that there is none or that it
/// is not to be had: both by its author. That 5 % lost is the worst is our reading, for none was
/// named.
final class JitVerdict {

    private static final double GAIN = 1.05;
    private static final double LOSS = 0.95;

    private enum Expected {
        BEST("best", "the JIT gains 5 % or more"),
        REALISTIC("realistic", "no JIT is to be had, or its gain is eaten up"),
        WORST("worst", "5 % slower and more");

        final String word;
        final String meaning;

        Expected(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }
    }

    private JitVerdict() {}

    /// Empty as long as something is missing.
    static Optional<Verdict> of(Found found) {
        boolean measured =
                Guide.JIT
                        .measured()
                        .flatMap(step -> step.sought(found.here()).stream())
                        .filter(Sought::needed)
                        .allMatch(each -> found.of(each.key()).isPresent());
        return measured ? Optional.of(verdict(found)) : Optional.empty();
    }

    private static Verdict verdict(Found found) {
        Optional<Reading> python = found.of(JitStep.PYTHON_GAIN);
        Expected outcome = python.map(JitVerdict::at).orElse(Expected.REALISTIC);
        boolean sure = python.map(JitVerdict::isSure).orElse(true);
        return new Verdict(
                outcome.word,
                outcome.meaning,
                sure,
                python.map(gain ->
                                gain.what()
                                        + ": "
                                        + gain.words()
                                        + " times as fast"
                                        + (sure
                                                ? "."
                                                : "; its interval reaches beyond this outcome."))
                        .orElse("No Python here has a JIT."),
                switch (outcome) {
                    case BEST -> "Switch it on where runs are longer than its warm-up.";
                    case REALISTIC ->
                            python.isPresent()
                                    ? "Leave it as it is."
                                    : "Nothing to do until there is one; what the JVM's compilers"
                                            + " bring says nothing of it.";
                    case WORST -> "Leave it switched off.";
                },
                List.of(
                        figure("CPython, JIT on against off", found, JitStep.PYTHON_GAIN),
                        figure("JVM, compiling against not", found, CurveReadings.GAIN),
                        figure("JVM, first over later", found, CurveReadings.FIRST_OVER_STEADY)));
    }

    private static Verdict.Figure figure(String name, Found found, String key) {
        return new Verdict.Figure(name, found.words(Sought.welcome(key, name, Unit.RATIO)));
    }

    private static Expected at(Reading gain) {
        return gain.value() >= GAIN
                ? Expected.BEST
                : gain.value() <= LOSS ? Expected.WORST : Expected.REALISTIC;
    }

    /// Whether all of the interval lies in the same outcome.
    private static boolean isSure(Reading gain) {
        Band band =
                switch (at(gain)) {
                    case BEST -> new Band(GAIN, Double.POSITIVE_INFINITY);
                    case REALISTIC -> new Band(LOSS, GAIN);
                    case WORST -> new Band(Double.NEGATIVE_INFINITY, LOSS);
                };
        return band.place(gain) == Band.Place.INSIDE;
    }
}

package dev.lanescope.claims;

import java.util.Optional;
import java.util.stream.Stream;

/// Which of the outcomes that Bengal's research expected a study of interpreters and threads ended
/// in. A study ends in one if its whole interval lies there, and in none if it lies over an edge.
///
/// The documents give a number to the best only: 10 to 20 % by interpreters, and 15 to 35 %
/// together with the 5 to 15 % of a JIT. That the worst begins 15 % slower is our reading of
/// "overhead too high".
public enum Outcome {
    BEST("best: interpreters gain 10 % or more"),
    REALISTIC("realistic: the overhead eats the gain, threads stay"),
    WORST("worst: 15 % slower and more");

    private static final double GAIN = 1.10;
    private static final double LOSS = 0.85;

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    private Band band() {
        return switch (this) {
            case BEST -> Band.atLeast(GAIN);
            case REALISTIC -> new Band(LOSS, GAIN);
            case WORST -> Band.atMost(LOSS);
        };
    }

    public String words() {
        return words;
    }

    /// The outcome of one study; empty while its interval does not tell.
    ///
    /// @param speedUp of interpreters over threads
    public static Optional<Outcome> of(Reading speedUp) {
        return Stream.of(BEST, WORST, REALISTIC)
                .filter(each -> each.band().place(speedUp) == Band.Place.INSIDE)
                .findFirst();
    }

    /// The outcome in which the figure itself lies, wherever its interval ends: there is always
    /// exactly one.
    public static Outcome at(Reading speedUp) {
        return speedUp.value() >= GAIN ? BEST : speedUp.value() <= LOSS ? WORST : REALISTIC;
    }

    /// One word.
    public String word() {
        return words.substring(0, words.indexOf(':'));
    }

    /// What its author meant by that.
    public String meaning() {
        return words.substring(words.indexOf(':') + 2);
    }
}

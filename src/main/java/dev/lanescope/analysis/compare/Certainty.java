package dev.lanescope.analysis.compare;

import java.util.Optional;
import java.util.stream.IntStream;

/// How much certainty so many repeats can carry, whatever the runs took.
///
/// By order statistics: the widest interval that two sets of samples give reaches from the least of
/// one over the greatest of the other to the greatest over the least. If in truth both are alike,
/// all n of one lie above all n of the other by chance in one of C(2n, n) cases (the outermost
/// interval of Moses, of the test of Mann and Whitney: Hollander, Wolfe, Chicken, Nonparametric
/// Statistical Methods, 4.1 and 4.3). So no interval from n repeats each can be wrong more seldom
/// than 2 / C(2n, n), and no draw of a bootstrap gets beyond these ends. Of k intervals that are to
/// hold together with 95 % each may be wrong in 5 % / k (Bonferroni); what n repeats cannot carry
/// is not claimed.
///
/// Example: 5 repeats carry 6 comparisons at once, 6 repeats 23, 7 repeats 85.
public final class Certainty {

    /// With fewer, a bootstrap's interval is narrower than the truth, for a single one as well.
    private static final int LEAST_REPEATS = 5;

    private static final double WRONG = 0.05;
    private static final int MOST_BESIDE = 100;

    private Certainty() {}

    /// How many intervals n repeats on either side can carry together with 95 %; 0 if not even one.
    public static int carried(int repeats) {
        return carried(repeats, repeats);
    }

    /// The same of n repeats on one side and m on the other, which can come in C(n + m, n) orders.
    static int carried(int one, int other) {
        if (Math.min(one, other) < LEAST_REPEATS) {
            return 0;
        }
        double orders = 1;
        for (int i = 1; i <= one; i++) {
            orders *= (double) (other + i) / i;
        }
        return (int) Math.min(Integer.MAX_VALUE, WRONG * orders / 2);
    }

    /// The fewest repeats of each setting that carry so many intervals together.
    public static int needed(int together) {
        int repeats = LEAST_REPEATS;
        while (carried(repeats) < together) {
            repeats++;
        }
        return repeats;
    }

    /// The fewest repeats that, beside so many of the other side, carry so many intervals together;
    /// empty if no number does, or only one beyond [#MOST_BESIDE].
    static Optional<Integer> neededBeside(int others, int together) {
        return IntStream.rangeClosed(LEAST_REPEATS, MOST_BESIDE)
                .filter(repeats -> carried(others, repeats) >= together)
                .boxed()
                .findFirst();
    }

    /// That there are too few repeats, in a sentence; nothing if there are enough.
    ///
    /// @param together how many settings are held against one
    public static Optional<String> objection(int repeats, int together) {
        int needed = needed(together);
        if (repeats >= needed) {
            return Optional.empty();
        }
        return Optional.of(
                together == 1
                        ? words(repeats) + " cannot carry an interval; " + needed + " would."
                        : words(repeats)
                                + " cannot carry 95 % certainty for "
                                + together
                                + " settings at once; "
                                + needed
                                + " would.");
    }

    private static String words(int repeats) {
        return repeats == 1 ? "1 repeat" : repeats + " repeats";
    }
}

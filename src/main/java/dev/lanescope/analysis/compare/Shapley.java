package dev.lanescope.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Who of several brought how much of what all of them bring together: each one's addition,
/// averaged over all orders in which they could have come (Shapley, 1953). Exact, from the worth of
/// every subset; the values come to the worth of all less the worth of none.
public final class Shapley {

    /// With one more the subsets are twice as many.
    public static final int MOST = 8;

    private Shapley() {}

    /// A value for each of the players.
    ///
    /// @param players 0 to [#MOST]
    /// @param worth of a subset, whose members are the bits of the number; asked once for each
    public static List<Double> values(int players, IntToDoubleFunction worth) {
        if (players < 0 || players > MOST) {
            throw new IllegalArgumentException(players + " players; 0 to " + MOST + " can be told");
        }
        double[] worths = new double[1 << players];
        for (int subset = 0; subset < worths.length; subset++) {
            worths[subset] = worth.applyAsDouble(subset);
        }
        double[] orders = weights(players);
        var values = new ArrayList<Double>();
        for (int player = 0; player < players; player++) {
            int bit = 1 << player;
            double value = 0;
            for (int subset = 0; subset < worths.length; subset++) {
                if ((subset & bit) == 0) {
                    value +=
                            orders[Integer.bitCount(subset)]
                                    * (worths[subset | bit] - worths[subset]);
                }
            }
            values.add(value);
        }
        return List.copyOf(values);
    }

    /// For which part of all orders a player comes right after a certain subset, by its size.
    private static double[] weights(int players) {
        double[] weights = new double[Math.max(1, players)];
        double choices = 1; // subsets of that size of the other players
        for (int size = 0; size < weights.length; size++) {
            weights[size] = 1 / (choices * Math.max(1, players));
            choices = choices * (players - 1 - size) / (size + 1);
        }
        return weights;
    }
}

package dev.lanescope.analysis.compare;

import java.util.Arrays;
import java.util.Random;

/// Draws from the same samples, over and over. Which sample lies in the middle of a draw is counted
/// out by the samples' ranks, so that no draw has to be sorted.
final class Draws {

    private final double[] sorted;

    /// Of each sample, by its number: where it stands among the sorted ones.
    private final int[] ranks;

    /// Of each rank: how often the latest draw has drawn it.
    private final int[] counts;

    Draws(double[] samples) {
        sorted = samples.clone();
        Arrays.sort(sorted);
        ranks = new int[samples.length];
        counts = new int[samples.length];
        for (int number = 0; number < samples.length; number++) {
            ranks[number] = Arrays.binarySearch(sorted, samples[number]);
        }
    }

    /// The median of one more draw with replacement, as many as there are samples.
    double median(Random random) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < ranks.length; i++) {
            counts[ranks[random.nextInt(ranks.length)]]++;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
    }

    /// What stands at a place of the draw, were it sorted.
    private double at(int place) {
        int rank = 0;
        for (int before = counts[0]; before <= place; before += counts[rank]) {
            rank++;
        }
        return sorted[rank];
    }
}

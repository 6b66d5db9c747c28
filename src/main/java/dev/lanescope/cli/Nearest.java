package dev.lanescope.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What somebody may have meant who typed a word that does not exist.
final class Nearest {

    private Nearest() {}

    /// The candidate that is fewest typing errors away; none if that is more than a third of its
    /// letters. Of two equally near ones, the first.
    static Optional<String> to(String word, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> errors(word, candidate) <= (candidate.length() + 2) / 3)
                .min(Comparator.comparingInt(candidate -> errors(word, candidate)));
    }

    /// A question to append to a sentence, or nothing.
    static String question(String word, Collection<String> candidates) {
        return to(word, candidates).map(nearest -> " Did you mean " + nearest + "?").orElse("");
    }

    /// The Levenshtein distance: letters to insert, delete or replace.
    static int errors(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}

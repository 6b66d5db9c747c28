package dev.lanescope.analysis;

import java.util.List;
import java.util.stream.Collectors;

/// Words as one types them in a shell, with quotes where it needs them. Nothing that a word holds
/// can become another command.
public final class ShellWords {

    private ShellWords() {}

    /// A line that is safe to paste.
    public static String line(List<String> words) {
        return words.stream()
                .map(ShellWords::quoted)
                .collect(Collectors.joining(" "))
                .replaceAll("\\p{Cntrl}", "?");
    }

    private static String quoted(String word) {
        return !word.isEmpty() && word.chars().allMatch(ShellWords::isPlain)
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }

    private static boolean isPlain(int letter) {
        return Character.isLetterOrDigit(letter) || "-_./,=:@+".indexOf(letter) >= 0;
    }
}

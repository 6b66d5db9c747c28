package dev.lanescope.trace;

import java.util.ArrayList;
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

    /// The words of such a line. One that a shell would not take ends somewhere in a word, which is
    /// whole then.
    public static List<String> words(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean begun = false;
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (letter == '\'') {
                quoted = !quoted;
                begun = true;
            } else if (!quoted && letter == ' ') {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                boolean escapes = !quoted && letter == '\\' && at + 1 < line.length();
                word.append(escapes ? line.charAt(++at) : letter);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
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

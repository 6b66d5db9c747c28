package dev.lanescope.pipeline.markdown;

import java.util.Locale;

/// Words as an id: in lower case, blanks as `-`, and nothing else but letters, digits, `-` and `_`,
/// in any script. The same on every machine, whatever language it speaks.
public final class AnchorWords {

    private AnchorWords() {}

    /// The id; empty if the text has neither letters nor digits.
    public static String of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        var id = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); ) {
            int c = lower.codePointAt(i);
            if (c == ' ') {
                id.append('-');
            } else if (belongs(c)) {
                id.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return id.toString();
    }

    /// What regular expressions call a character of a word (Unicode, UTS 18, annex C), and `-`.
    static boolean belongs(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '_'
                    || c == '-';
        }
        return Character.isAlphabetic(c) || isPartOfWord(c);
    }

    private static boolean isPartOfWord(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.CONNECTOR_PUNCTUATION ->
                    true;
            default -> c == 0x200C || c == 0x200D; // joiners
        };
    }
}

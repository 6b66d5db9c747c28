package dev.lanescope.content;

/// Text of a page made fit for a list: one line, no control characters, bounded, and well-formed,
/// so that it is the same after a way through UTF-8.
final class Excerpt {

    private static final String DOTS = "...";

    private Excerpt() {}

    /// The text on one line, stripped; cut to `max` characters, three dots included, if it is
    /// longer.
    static String of(String text, int max) {
        String line = oneLine(text.strip());
        return line.length() <= max ? line : cut(line, max - DOTS.length()) + DOTS;
    }

    /// At most so many characters, without half of a pair at the end.
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }

    private static String oneLine(String text) {
        if (!needsCare(text)) {
            return text;
        }
        var line = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    if (isBreak(c)) {
                        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                            line.append(' ');
                        }
                    } else if (Character.getType(c) == Character.SURROGATE) {
                        line.append('\uFFFD');
                    } else {
                        line.appendCodePoint(c);
                    }
                });
        return line.toString().strip();
    }

    /// A loop and not a stream: this looks at every title and description of a site.
    private static boolean needsCare(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBreak(c) || Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBreak(int c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}

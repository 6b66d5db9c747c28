package dev.lanescope.cli;

/// Words that came with the content, such as names of files and destinations of links, as they may
/// stand on one line of a terminal: without control characters, which a terminal would obey, and of
/// bounded length.
final class Plain {

    static final int MAX_CHARS = 1_000;

    private static final char REPLACEMENT = '\uFFFD';
    private static final String CUT = "...";

    private Plain() {}

    static String of(String words) {
        var plain = new StringBuilder(Math.min(words.length(), MAX_CHARS));
        for (int i = 0; i < words.length() && plain.length() < MAX_CHARS; i++) {
            char c = words.charAt(i);
            plain.append(Character.isISOControl(c) ? REPLACEMENT : c);
        }
        if (words.length() <= MAX_CHARS) {
            return plain.toString();
        }
        boolean halved = Character.isHighSurrogate(plain.charAt(MAX_CHARS - 1));
        plain.setLength(halved ? MAX_CHARS - 1 : MAX_CHARS);
        return plain.append(CUT).toString();
    }
}

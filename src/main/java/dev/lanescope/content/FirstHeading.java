package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

/// The first heading of a Markdown text, without its markup: the one that the page itself shows as
/// its title.
///
/// As a rule it is the first line, but for comments and anchors, and has nothing in it that could
/// mean anything. Only where that is not so is the text parsed, and the parser's classes loaded;
/// not beyond a paragraph that would take long.
final class FirstHeading {

    private static final int MAX_INDENT = 3;
    private static final int MAX_LEVEL = 6;
    private static final int MAX_PARAGRAPH = 8 * 1024;
    private static final String HARMLESS = " .,;:!?'\"()/+-=%$|";

    private FirstHeading() {}

    /// The first one that says something, at or after `from`; null where there is none.
    static @Nullable String in(String text, int from) {
        return in(text, from, true);
    }

    /// The same of the first lines of a longer text; null also where the rest could change it.
    static @Nullable String inBeginning(String text, int from) {
        return in(text, from, false);
    }

    /// Where the first paragraph begins that is so long that the library would take the square of
    /// its length for it; the end of the text where there is none.
    private static int readSoon(String text, int from) {
        int blank = from;
        for (int start = from; start < text.length(); ) {
            int end = lineEnd(text, start);
            if (firstLine(text, start) >= end) {
                blank = end;
            }
            if (end - blank > MAX_PARAGRAPH) {
                return blank;
            }
            int newline = text.indexOf('\n', end);
            start = newline < 0 ? text.length() : newline + 1;
        }
        return text.length();
    }

    private static @Nullable String in(String text, int from, boolean whole) {
        int start = firstLine(text, from);
        for (int next = pastRemark(text, start); next > start; next = pastRemark(text, start)) {
            start = firstLine(text, next);
        }
        String plain = plain(text.substring(start, lineEnd(text, start)));
        if (plain == null && mayHoldOne(text, start)) {
            plain = ParsedHeading.in(text.substring(from, readSoon(text, from)), whole);
        }
        if (plain == null) {
            return null;
        }
        String title = Excerpt.of(plain, PageInfo.MAX_TITLE);
        return title.isBlank() ? null : title;
    }

    /// Where the first line begins that is not blank.
    private static int firstLine(String text, int from) {
        int start = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                start = i + 1;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                return start;
            }
        }
        return text.length();
    }

    /// The end of the comment or the anchor that stands on lines of its own at `start`; `start` if
    /// nothing of the kind does, or if it takes a parser to tell.
    private static int pastRemark(String text, int start) {
        int close = -1;
        if (text.startsWith("<!--", start)) {
            close = text.indexOf("-->", start + 2);
        } else if (text.startsWith("<a ", start) && isBlankAfter(text, lineEnd(text, start))) {
            close = start;
        }
        if (close < 0) {
            return start;
        }
        int end = lineEnd(text, close);
        return text.substring(close, end).indexOf('\r') < 0 ? end : start;
    }

    /// Whether the line after the one that ends here is blank, and ends too.
    private static boolean isBlankAfter(String text, int end) {
        int next = text.indexOf('\n', end) + 1;
        return next > 0 && firstLine(text, next) > lineEnd(text, next);
    }

    private static int lineEnd(String text, int start) {
        int newline = text.indexOf('\n', start);
        int end = newline < 0 ? text.length() : newline;
        return end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    private static boolean mayHoldOne(String text, int from) {
        return text.indexOf('#', from) >= 0
                || text.indexOf('=', from) >= 0
                || text.indexOf('-', from) >= 0;
    }

    /// The words of a line that is a heading and holds no markup but single backticks; null if it
    /// takes a parser to tell.
    private static @Nullable String plain(String line) {
        int hashes = skip(line, 0, ' ', MAX_INDENT);
        int words = skip(line, hashes, '#', MAX_LEVEL);
        if (words == hashes || words == line.length() || line.charAt(words) != ' ') {
            return null;
        }
        var plain = new StringBuilder(line.length() - words);
        int i = words;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == '`') {
                int close = line.indexOf('`', i + 1);
                if (!isCode(line, i, close)) {
                    return null;
                }
                plain.append(line, i + 1, close);
                i = close + 1;
            } else if (Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0) {
                plain.append(c);
                i++;
            } else {
                return null;
            }
        }
        String title = plain.toString().strip();
        return title.isEmpty() ? null : title;
    }

    private static int skip(String line, int from, char what, int most) {
        int i = from;
        while (i < line.length() && i - from < most && line.charAt(i) == what) {
            i++;
        }
        return i;
    }

    /// Whether what stands between two backticks is code as it is: neither longer runs of them nor
    /// spaces that go, nor anything that ends a line or needs care.
    private static boolean isCode(String line, int open, int close) {
        if (close <= open + 1 || (close + 1 < line.length() && line.charAt(close + 1) == '`')) {
            return false;
        }
        for (int i = open + 1; i < close; i++) {
            if (line.charAt(i) < ' ') {
                return false;
            }
        }
        return line.charAt(open + 1) != ' ' && line.charAt(close - 1) != ' ';
    }
}

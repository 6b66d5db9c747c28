package dev.lanescope.concurrency.code;

/// Counts the lines of Java source that hold code: blank ones and those with nothing but comments
/// do not count. It goes through the text letter by letter and knows where strings, text blocks,
/// characters and comments begin and end.
final class CodeLines {

    private enum Place {
        CODE,
        LINE_COMMENT,
        BLOCK_COMMENT,
        STRING,
        CHARACTER,
        TEXT_BLOCK
    }

    private final String text;
    private Place place = Place.CODE;
    private int at;
    private boolean hasCode;
    private int lines;

    private CodeLines(String text) {
        this.text = text;
    }

    static int in(String text) {
        return new CodeLines(text).count();
    }

    private int count() {
        while (at < text.length()) {
            if (text.charAt(at) == '\n') {
                endOfLine();
                at++;
            } else {
                step();
            }
        }
        endOfLine();
        return lines;
    }

    private void endOfLine() {
        lines += hasCode ? 1 : 0;
        hasCode = false;
        if (place == Place.LINE_COMMENT) {
            place = Place.CODE;
        }
    }

    private void step() {
        switch (place) {
            case CODE -> code();
            case LINE_COMMENT -> at++;
            case BLOCK_COMMENT -> {
                if (!ends("*/", Place.CODE)) {
                    at++;
                }
            }
            case STRING -> quoted("\"");
            case CHARACTER -> quoted("'");
            case TEXT_BLOCK -> quoted("\"\"\"");
        }
    }

    private void code() {
        if (ends("//", Place.LINE_COMMENT) || ends("/*", Place.BLOCK_COMMENT)) {
            return;
        }
        hasCode |= !Character.isWhitespace(text.charAt(at));
        if (!ends("\"\"\"", Place.TEXT_BLOCK)
                && !ends("\"", Place.STRING)
                && !ends("'", Place.CHARACTER)) {
            at++;
        }
    }

    private void quoted(String mark) {
        hasCode |= !Character.isWhitespace(text.charAt(at));
        if (text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n') {
            at += 2;
        } else if (!ends(mark, Place.CODE)) {
            at++;
        }
    }

    /// Goes over a mark, if there is one here, into another place.
    private boolean ends(String mark, Place next) {
        if (!text.startsWith(mark, at)) {
            return false;
        }
        at += mark.length();
        place = next;
        return true;
    }
}

package dev.lanescope.pipeline.markdown;

import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/// How many opening brackets of a paragraph may be open at one time: a number that is never too
/// low, found in one pass without parsing anything.
final class OpenBrackets {

    /// How far the end of code within brackets is looked for.
    private static final int NEAR = 1_000;

    private OpenBrackets() {}

    /// All opening brackets but those that plainly close: with a closing bracket on their line
    /// before any other bracket, and nothing between them that could hide it.
    static int atMost(SourceLines lines) {
        int open = 0;
        for (SourceLine line : lines.getLines()) {
            open += atMost(line.getContent());
        }
        return open;
    }

    private static int atMost(CharSequence text) {
        int open = 0;
        boolean pending = false; // an opening bracket stands before, with nothing but text since
        int i = 0;
        while (i < text.length()) {
            int next = i + 1;
            switch (text.charAt(i)) {
                case '[' -> {
                    open++;
                    pending = true;
                }
                case ']' -> {
                    open -= pending ? 1 : 0;
                    pending = false;
                }
                case '<' -> pending = false;
                case '\\' -> next += pending ? 1 : 0;
                case '`' -> {
                    if (pending) {
                        next = afterCode(text, i);
                        pending = next >= 0;
                        next = pending ? next : i + 1;
                    }
                }
                default -> {}
            }
            i = next;
        }
        return open;
    }

    /// Where code that begins here with a run of backticks has ended; -1 if that is not near.
    private static int afterCode(CharSequence text, int start) {
        int opening = run(text, start);
        int limit = Math.min(text.length(), start + NEAR);
        for (int i = start + opening; i < limit; i++) {
            if (text.charAt(i) == '`') {
                int closing = run(text, i);
                i += closing - 1;
                if (closing == opening) {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    private static int run(CharSequence text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end - start;
    }
}

package dev.lanescope.pipeline.markdown;

import org.commonmark.internal.HeadingParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/// Headings. Those that begin with `#` are read here: the library would make an object for each of
/// their characters. It still reads those that are underlined, asked on a line that can be that.
final class HeadingStart implements BlockParserFactory {

    private static final int CODE_INDENT = 4;
    private static final int MAX_LEVEL = 6;

    private final HeadingParser.Factory library = new HeadingParser.Factory();

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        int start = state.getNextNonSpaceIndex();
        if (state.getIndent() >= CODE_INDENT) {
            return BlockStart.none();
        }
        return switch (line.charAt(start)) {
            case '#' ->
                    holdsControls(line)
                            ? library.tryStart(state, matched)
                            : hashes(state.getLine(), start);
            case '=', '-' -> library.tryStart(state, matched);
            default -> BlockStart.none();
        };
    }

    /// Whether there are characters that only the library knows what to do with.
    private static boolean holdsControls(CharSequence line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) < ' ' && line.charAt(i) != '\t') {
                return true;
            }
        }
        return false;
    }

    private static BlockStart hashes(SourceLine line, int start) {
        CharSequence text = line.getContent();
        int first = start;
        while (first < text.length() && text.charAt(first) == '#') {
            first++;
        }
        int level = first - start;
        if (level > MAX_LEVEL || (first < text.length() && !isBlank(text.charAt(first)))) {
            return BlockStart.none();
        }
        while (first < text.length() && isBlank(text.charAt(first))) {
            first++;
        }
        int end = withoutClosing(text, first);
        SourceLines content =
                first == end ? SourceLines.empty() : SourceLines.of(line.substring(first, end));
        return BlockStart.of(new HeadingParser(level, content)).atIndex(text.length());
    }

    /// Where the words end that begin at `first`: before blanks, and before a last run of `#` if
    /// that is all or stands after a blank.
    private static int withoutClosing(CharSequence text, int first) {
        int end = trimmed(text, first, text.length());
        int hashes = end;
        while (hashes > first && text.charAt(hashes - 1) == '#') {
            hashes--;
        }
        boolean apart = hashes == first || isBlank(text.charAt(hashes - 1));
        return apart ? trimmed(text, first, hashes) : end;
    }

    private static int trimmed(CharSequence text, int first, int last) {
        int end = last;
        while (end > first && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}

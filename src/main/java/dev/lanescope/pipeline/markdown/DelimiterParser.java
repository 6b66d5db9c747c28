package dev.lanescope.pipeline.markdown;

import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.text.Characters;

import java.util.Set;
import java.util.function.Consumer;

/// Reads a run of `*`, `_` or `~` and says from what stands around it whether it may open or close
/// emphasis (CommonMark 0.31.2, section 6.2: "left-flanking delimiter run"). A run that may do
/// neither is text.
///
/// @param marks is told of every mark that went into the tree
record DelimiterParser(Consumer<DelimiterMark> marks)
        implements InlineContentParser, InlineContentParserFactory {

    private static final Set<Character> TRIGGERS = Set.of('*', '_', '~');

    @Override
    public Set<Character> getTriggerCharacters() {
        return TRIGGERS;
    }

    @Override
    public InlineContentParser create() {
        return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        int before = scanner.peekPreviousCodePoint();
        char character = scanner.peek();
        int length = scanner.matchMultiple(character);
        int after = scanner.peekCodePoint();
        boolean wordBefore = !isSpace(before) && !isPunctuation(before);
        boolean wordAfter = !isSpace(after) && !isPunctuation(after);
        boolean left = wordAfter || (!isSpace(after) && !wordBefore);
        boolean right = wordBefore || (!isSpace(before) && !wordAfter);
        boolean open = left;
        boolean close = right;
        if (character == '_') {
            open = left && (!right || isPunctuation(before));
            close = right && (!left || isPunctuation(after));
        }
        boolean neverPairs = character == '~' && length > 2;
        Node node;
        if ((open || close) && !neverPairs) {
            var mark = new DelimiterMark(character, length, open, close);
            marks.accept(mark);
            node = mark;
        } else {
            node = new Text(String.valueOf(character).repeat(length));
        }
        return ParsedInline.of(node, scanner.position());
    }

    private static boolean isSpace(int c) {
        return c == Scanner.END || Characters.isWhitespaceCodePoint(c);
    }

    private static boolean isPunctuation(int c) {
        return c == Scanner.END || Characters.isPunctuationCodePoint(c);
    }
}

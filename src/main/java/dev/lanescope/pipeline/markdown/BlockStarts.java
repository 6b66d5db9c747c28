package dev.lanescope.pipeline.markdown;

import org.commonmark.ext.gfm.tables.internal.TableBlockParser;
import org.commonmark.internal.HtmlBlockParser;
import org.commonmark.internal.ListBlockParser;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Three of the library's block starts, each with a check before it.
///
/// To start a table or a list, the library copies all lines of the paragraph so far, on every line
/// that begins with no letter: a paragraph of a million lines would never end. Here it is asked
/// only on a line that can be theirs, and the copies are counted. The pattern for a line of raw
/// HTML is recursive: a tag with thousands of attributes would overflow the stack. And each list
/// that is open looks through the indentation of each line: a page whose lists nest too deeply is
/// refused at the first that does, not when all of it has been parsed.
///
/// One serves one worker.
final class BlockStarts {

    /// Lines copied for one page: 14,000 lines within one paragraph that all look like list items.
    private static final long MAX_COPIED_LINES = 100_000_000;

    private static final String TOO_LONG =
            "a paragraph has too many lines that look like lists or tables; put blank lines between";

    /// Attributes that a tag on a line of its own may have; with more it is not taken for HTML.
    private static final int MAX_ATTRIBUTES = 200;

    private static final Set<Class<? extends Block>> OTHERS =
            new LinkedHashSet<>(
                    List.of(
                            BlockQuote.class,
                            FencedCodeBlock.class,
                            ThematicBreak.class,
                            IndentedCodeBlock.class));

    private final TableBlockParser.Factory tables = new TableBlockParser.Factory();
    private final ListBlockParser.Factory lists = new ListBlockParser.Factory();
    private final HtmlBlockParser.Factory html = new HtmlBlockParser.Factory();
    private long copiedLines;

    /// Puts them into a parser, in place of the library's own and of the extension for tables.
    void extend(Parser.Builder parser) {
        parser.enabledBlockTypes(OTHERS)
                .customBlockParserFactory(this::table)
                .customBlockParserFactory(new HeadingStart())
                .customBlockParserFactory(this::html)
                .customBlockParserFactory(this::list);
    }

    /// Forgets the page before.
    void clear() {
        copiedLines = 0;
    }

    private BlockStart table(ParserState state, MatchedBlockParser matched) {
        return delimitsTable(state.getLine().getContent(), state.getIndex())
                ? tables.tryStart(state, new Counted(matched, state))
                : BlockStart.none();
    }

    private BlockStart list(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        int start = state.getNextNonSpaceIndex();
        if (!opensItem(line, start) || isRule(line, start)) {
            return BlockStart.none();
        }
        @Nullable BlockStart opened = lists.tryStart(state, new Counted(matched, state));
        if (opened != null
                && depth(matched.getMatchedBlockParser().getBlock()) >= Markdown.MAX_DEPTH) {
            throw TangledTextException.at(state.getLine().getSourceSpan(), Markdown.TOO_DEEP);
        }
        return opened;
    }

    private static int depth(Block block) {
        int depth = 0;
        for (Block above = block.getParent(); above != null; above = above.getParent()) {
            depth++;
        }
        return depth;
    }

    private BlockStart html(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        int start = state.getNextNonSpaceIndex();
        return line.charAt(start) == '<' && attributes(line, start) <= MAX_ATTRIBUTES
                ? html.tryStart(state, matched)
                : BlockStart.none();
    }

    /// Whether a line holds nothing but what stands between a table's head and its body.
    private static boolean delimitsTable(CharSequence line, int start) {
        boolean pipe = false;
        boolean dash = false;
        for (int i = start; i < line.length(); i++) {
            switch (line.charAt(i)) {
                case '|' -> pipe = true;
                case '-' -> dash = true;
                case ':', ' ', '\t' -> {}
                default -> {
                    return false;
                }
            }
        }
        return pipe && dash;
    }

    /// Whether a bullet, or a number with a dot or parenthesis, stands here, and a gap after it.
    private static boolean opensItem(CharSequence line, int start) {
        int end = start;
        while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
            end++;
        }
        if (end == line.length() || (end == start ? "-+*" : ".)").indexOf(line.charAt(end)) < 0) {
            return false;
        }
        return end + 1 == line.length()
                || line.charAt(end + 1) == ' '
                || line.charAt(end + 1) == '\t';
    }

    /// Whether the line is a thematic break, which goes before a list: three or more of one mark.
    private static boolean isRule(CharSequence line, int start) {
        char mark = line.charAt(start);
        int marks = 0;
        for (int i = start; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == mark) {
                marks++;
            } else if (c != ' ' && c != '\t') {
                return false;
            }
        }
        return marks >= 3 && mark != '+';
    }

    /// How often something outside quotation marks stands after a gap, up to the end of the tag.
    private static int attributes(CharSequence line, int start) {
        int attributes = 0;
        char quote = 0;
        for (int i = start + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return attributes;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (Character.isWhitespace(line.charAt(i - 1)) && !Character.isWhitespace(c)) {
                attributes++;
            }
        }
        return attributes;
    }

    /// Adds up what it costs to ask for a paragraph's lines.
    private final class Counted implements MatchedBlockParser {

        private final MatchedBlockParser matched;
        private final ParserState state;

        Counted(MatchedBlockParser matched, ParserState state) {
            this.matched = matched;
            this.state = state;
        }

        @Override
        public BlockParser getMatchedBlockParser() {
            return matched.getMatchedBlockParser();
        }

        @Override
        public SourceLines getParagraphLines() {
            SourceLines lines = matched.getParagraphLines();
            copiedLines += lines.getLines().size();
            if (copiedLines > MAX_COPIED_LINES) {
                throw TangledTextException.at(state.getLine().getSourceSpan(), TOO_LONG);
            }
            return lines;
        }
    }
}

package dev.lanescope.content;

import org.commonmark.Extension;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

import java.util.Set;

/// How wiki links are read. Ordinary Markdown goes first: `[[x]](y)`, `[[x]][y]`, and `[[x]]` where
/// `[x]` is defined, are what they are everywhere, so are footnotes, code, and `\[[x]]`. As with
/// ordinary links, of two links one in the other the inner one wins.
///
/// When the parser comes to the inner `]`, the inner pair becomes a [WikiLink]; the outer pair
/// stays text beside it, for the parser's stack of open brackets must not be left with one that is
/// never closed. Whoever resolves the link removes them. Without that, a wiki link comes out as
/// text.
public final class WikiSyntax implements Parser.ParserExtension {

    private static final int MAX_CHARS = 300;
    private static final SourceSpan ESCAPED = SourceSpan.of(0, 0, 0, 1);

    private WikiSyntax() {}

    public static Extension create() {
        return new WikiSyntax();
    }

    @Override
    public void extend(Parser.Builder parser) {
        parser.linkProcessor(new InnerPair());
        parser.customInlineContentParserFactory(new EscapedBrackets());
    }

    /// Every check looks at a few characters, or at no more than [#MAX_CHARS]: a page of brackets
    /// takes no longer for it.
    private static final class InnerPair implements LinkProcessor {

        @Override
        public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
            if (link.marker() != null || link.destination() != null || link.label() != null) {
                return LinkResult.none();
            }
            Node before = link.openingBracket().getPrevious();
            String written = link.text();
            if (!isBracket(before)
                    || !isName(written)
                    || !isClosed(link, scanner)
                    || context.getDefinition(LinkReferenceDefinition.class, written) != null) {
                return LinkResult.none();
            }
            return LinkResult.replaceWith(
                    new WikiLink(written, isBang(before.getPrevious())), link.afterTextBracket());
        }

        private static boolean isBracket(Node node) {
            return node instanceof Text text
                    && text.getSourceSpans().isEmpty()
                    && text.getLiteral().equals("[");
        }

        private static boolean isBang(Node node) {
            return node instanceof Text text
                    && text.getSourceSpans().isEmpty()
                    && text.getLiteral().equals("!");
        }

        private static boolean isName(String written) {
            if (written.isEmpty()
                    || written.length() > MAX_CHARS
                    || written.charAt(0) == '^'
                    || written.charAt(0) == '|'
                    || written.startsWith("#|")
                    || written.equals("#")
                    || Character.isWhitespace(written.charAt(0))) {
                return false;
            }
            for (int i = 0; i < written.length(); i++) {
                char c = written.charAt(i);
                if (c == '\n' || c == '[' || c == ']' || c == '<' || c == '>') {
                    return false;
                }
            }
            return true;
        }

        /// Whether the second bracket follows, and nothing that would make both pairs an ordinary
        /// link.
        private static boolean isClosed(LinkInfo link, Scanner scanner) {
            scanner.setPosition(link.afterTextBracket());
            if (!scanner.next(']') || scanner.peek() == '(') {
                return false;
            }
            return !scanner.next('[') || scanner.peek() == '[';
        }
    }

    /// Reads `\[` and `\!` as what they are, but marks the text with a source span, which no other
    /// node has here, so that it can be told from one that opens something.
    private static final class EscapedBrackets
            implements InlineContentParserFactory, InlineContentParser {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('\\');
        }

        @Override
        public InlineContentParser create() {
            return this;
        }

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            scanner.next();
            char escaped = scanner.peek();
            if (!scanner.next('[') && !scanner.next('!')) {
                return ParsedInline.none();
            }
            var text = new Text(String.valueOf(escaped));
            text.addSourceSpan(ESCAPED);
            return ParsedInline.of(text, scanner.position());
        }
    }
}

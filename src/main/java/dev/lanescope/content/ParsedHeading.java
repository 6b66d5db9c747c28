package dev.lanescope.content;

import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/// The first heading of a Markdown text that is not as simple as most, found by a parser. A link to
/// another page by name is the words it shows, wherever it leads: the scan does not know that yet.
final class ParsedHeading {

    /// What nests deeper is text, as on the page.
    private static final int MAX_OPEN_BLOCKS = 600;

    private static final Pattern ID =
            Pattern.compile("\\{#(?!fn-|fnref\\d*-|ls-main})[\\w.:-]{1,100}}$");

    private static final Parser PARSER =
            Parser.builder()
                    .extensions(
                            List.of(
                                    TablesExtension.create(),
                                    StrikethroughExtension.create(),
                                    FootnotesExtension.create(),
                                    WikiSyntax.create()))
                    .inlineParserFactory(ParsedHeading::headingsOnly)
                    .maxOpenBlockParsers(MAX_OPEN_BLOCKS)
                    .build();

    private ParsedHeading() {}

    /// The text of the first heading that has one; null where there is none.
    ///
    /// @param whole whether nothing follows; if not, also null where what follows could change it
    static @Nullable String in(String markdown, boolean whole) {
        try {
            return first(PARSER.parse(markdown), whole);
        } catch (StackOverflowError | RuntimeException _) {
            return null; // the library is recursive in places, and a page made to be hostile
        }
    }

    private static InlineParser headingsOnly(InlineParserContext context) {
        var inlines = new InlineParserImpl(context);
        return (lines, node) -> {
            if (node instanceof Heading) {
                inlines.parse(lines, node);
            }
        };
    }

    private static @Nullable String first(Node document, boolean whole) {
        for (Node node : below(document)) {
            if (node instanceof Heading heading) {
                if (!whole && waits(heading)) {
                    return null;
                }
                String text = text(heading);
                if (!text.isBlank()) {
                    return text;
                }
            }
        }
        return null;
    }

    /// Whether a bracket is left that a definition further down could make a link of.
    private static boolean waits(Heading heading) {
        for (Node node : below(heading)) {
            if (node instanceof Text words && words.getLiteral().indexOf('[') >= 0) {
                return true;
            }
        }
        return false;
    }

    /// The words as the page shows them, without the id that a heading may ask for at its end.
    private static String text(Heading heading) {
        if (heading.getLastChild() instanceof Text last) {
            var id = ID.matcher(last.getLiteral());
            if (id.find()) {
                last.setLiteral(last.getLiteral().substring(0, id.start()).stripTrailing());
            }
        }
        var text = new StringBuilder();
        for (Node node : below(heading)) {
            switch (node) {
                case Text words -> text.append(words.getLiteral().substring(after(words)));
                case WikiLink link -> {
                    text.setLength(text.length() - opening(link).length());
                    text.append(link.text());
                }
                case Code code -> text.append(code.getLiteral());
                case SoftLineBreak _, HardLineBreak _ -> text.append(' ');
                default -> {}
            }
        }
        return text.toString().strip();
    }

    /// The outer pair of brackets of a wiki link, and the mark before it, are text beside it.
    private static String opening(WikiLink link) {
        return link.getPrevious() instanceof Text before
                        && before.getLiteral().endsWith(link.opening())
                        && link.getNext() instanceof Text after
                        && after.getLiteral().startsWith("]")
                ? link.opening()
                : "";
    }

    private static int after(Text words) {
        return words.getPrevious() instanceof WikiLink link && !opening(link).isEmpty() ? 1 : 0;
    }

    /// Everything below a node in the order of the text; a loop, for pages nest deeply.
    private static List<Node> below(Node top) {
        List<Node> nodes = new ArrayList<>();
        Deque<Node> ahead = new ArrayDeque<>();
        @Nullable Node node = top.getFirstChild();
        while (node != null) {
            nodes.add(node);
            if (node.getNext() != null) {
                ahead.push(node.getNext());
            }
            node = node.getFirstChild() != null ? node.getFirstChild() : ahead.poll();
        }
        return nodes;
    }
}

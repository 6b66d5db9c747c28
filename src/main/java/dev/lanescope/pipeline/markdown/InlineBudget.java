package dev.lanescope.pipeline.markdown;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.internal.inline.CoreLinkProcessor;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The library's parser for the inside of paragraphs, with a limit on what brackets and empty table
/// cells may cost.
///
/// For each closing bracket the library may copy all text since its opening bracket, and for each
/// link it visits every bracket still open: with many open brackets both grow with the square of
/// the paragraph. It asks its link processors each time, so they can keep the account; a paragraph
/// that overdraws it fails its page. A table's short rows are filled up with empty cells, which is
/// the product of its two sides; they are counted, too.
///
/// One serves one page.
final class InlineBudget implements InlineParser {

    private static final int MAX_EMPTY_CELLS = 200_000;

    private static final String BRACKETS =
            "too many brackets are open at once in this paragraph; close or escape them (\\[)";
    private static final String CELLS =
            "a table has more than "
                    + MAX_EMPTY_CELLS
                    + " missing or empty cells; fill or split it";

    /// What any paragraph may cost, in steps of about a nanosecond, and what each character adds.
    private static final long FREE_STEPS = 100_000;

    private static final long STEPS_PER_CHAR = 100;

    /// To copy and look up a character of a link's text, as compared with visiting a bracket.
    private static final long STEPS_PER_COPIED_CHAR = 8;

    /// So many brackets no longer lie in a processor's cache, and to visit one takes longer.
    private static final int MANY = 10_000;

    private static final long STEPS_PER_FAR_BRACKET = 10;

    private final PlainInlines plain;
    private final InlineParser inlines;

    private Node block = new Text();
    private SourceLines lines = SourceLines.empty();
    private long left;
    private int brackets; // of this paragraph; -1 until they have been counted
    private int emptyCells;

    InlineBudget(InlineParserContext context) {
        plain = new PlainInlines(context);
        List<LinkProcessor> processors = new ArrayList<>();
        processors.add(this::chargeText);
        context.getCustomLinkProcessors().forEach(one -> processors.add(chargingLinks(one)));
        processors.add(chargingLinks(new CoreLinkProcessor()));
        inlines = new InlineParserImpl(new Delegate(context, processors));
    }

    @Override
    public void parse(SourceLines text, Node node) {
        long length = 0;
        for (SourceLine line : text.getLines()) {
            length += line.getContent().length() + 1L;
        }
        if (length <= 1) {
            if (node instanceof TableCell && ++emptyCells > MAX_EMPTY_CELLS) {
                throw TangledTextException.in(
                        block, CELLS); // a missing cell has no line, but it has
            }
            return;
        }
        if (plain.parse(text, node)) {
            return;
        }
        block = node;
        lines = text;
        left = FREE_STEPS + STEPS_PER_CHAR * length;
        brackets = -1;
        inlines.parse(text, node);
    }

    private @Nullable LinkResult chargeText(
            LinkInfo link, Scanner scanner, InlineParserContext context) {
        charge(STEPS_PER_COPIED_CHAR * link.text().length());
        return LinkResult.none();
    }

    private LinkProcessor chargingLinks(LinkProcessor processor) {
        return (link, scanner, context) -> {
            @Nullable LinkResult result = processor.process(link, scanner, context);
            if (result != null) {
                if (brackets < 0) {
                    brackets = OpenBrackets.atMost(lines);
                }
                charge(brackets > MANY ? STEPS_PER_FAR_BRACKET * brackets : brackets);
            }
            return result;
        };
    }

    private void charge(long steps) {
        left -= steps;
        if (left < 0) {
            throw TangledTextException.in(block, BRACKETS);
        }
    }

    /// What the library gives, with more link processors.
    private record Delegate(InlineParserContext of, List<LinkProcessor> processors)
            implements InlineParserContext {

        @Override
        public List<InlineContentParserFactory> getCustomInlineContentParserFactories() {
            return of.getCustomInlineContentParserFactories();
        }

        @Override
        public List<DelimiterProcessor> getCustomDelimiterProcessors() {
            return of.getCustomDelimiterProcessors();
        }

        @Override
        public List<LinkProcessor> getCustomLinkProcessors() {
            return processors;
        }

        @Override
        public Set<Character> getCustomLinkMarkers() {
            return of.getCustomLinkMarkers();
        }

        @Override
        @Deprecated
        @SuppressWarnings("InlineMeSuggester") // not ours to deprecate
        public LinkReferenceDefinition getLinkReferenceDefinition(String label) {
            return getDefinition(LinkReferenceDefinition.class, label);
        }

        @Override
        public <D> D getDefinition(Class<D> type, String label) {
            return of.getDefinition(type, label);
        }
    }
}

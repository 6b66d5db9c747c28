package dev.lanescope.pipeline.markdown;

import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

import java.util.BitSet;
import java.util.List;

/// Words and nothing else: the inside of paragraphs, headings and table cells where no character
/// can begin anything. The library would make a parser of each kind for each of them, which is much
/// of what a page of short texts allocates; what comes out is the same.
final class PlainInlines {

    /// What the library itself, and its own parsers, look out for.
    private static final String LIBRARY = "\0\n\\`&<*_[]";

    private final BitSet special = new BitSet();

    /// @param context what else begins with which character
    PlainInlines(InlineParserContext context) {
        LIBRARY.chars().forEach(special::set);
        context.getCustomInlineContentParserFactories()
                .forEach(one -> one.getTriggerCharacters().forEach(special::set));
        context.getCustomDelimiterProcessors()
                .forEach(one -> {
                    special.set(one.getOpeningCharacter());
                    special.set(one.getClosingCharacter());
                });
        context.getCustomLinkMarkers().forEach(special::set);
    }

    /// Appends the text and its line breaks to a node.
    ///
    /// @return false, with nothing done, if it has to be parsed
    boolean parse(SourceLines text, Node node) {
        List<SourceLine> lines = text.getLines();
        for (SourceLine line : lines) {
            if (!isPlain(line)) {
                return false;
            }
        }
        int last = lines.size() - 1;
        for (int i = 0; i < last; i++) {
            String line = lines.get(i).getContent().toString();
            int end = end(line, false);
            node.appendChild(new Text(line.substring(0, end)));
            boolean hard = line.length() - end >= 2;
            node.appendChild(hard ? new HardLineBreak() : new SoftLineBreak());
        }
        String line = lines.get(last).getContent().toString();
        node.appendChild(new Text(line.substring(0, end(line, true))));
        return true;
    }

    /// A line that knows its place has to hand it on, and is parsed.
    private boolean isPlain(SourceLine line) {
        CharSequence text = line.getContent();
        if (text.isEmpty() || line.getSourceSpan() != null) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (special.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// Where the spaces at the end of a line begin; at the end of the text, tabs go with them.
    private static int end(String line, boolean tabs) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == ' ' || (tabs && line.charAt(end - 1) == '\t'))) {
            end--;
        }
        return end;
    }
}

package dev.lanescope.pipeline.markdown;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.autolink.internal.AutolinkPostProcessor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.PostProcessor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// Addresses in plain text become links. The library would take each text of a page apart to see
/// whether it holds one; here it is only given those that can.
final class PlainLinks implements Parser.ParserExtension, PostProcessor {

    private final AutolinkPostProcessor library =
            new AutolinkPostProcessor(EnumSet.allOf(AutolinkType.class));

    private PlainLinks() {}

    static Extension create() {
        return new PlainLinks();
    }

    @Override
    public void extend(Parser.Builder parser) {
        parser.postProcessor(this);
    }

    @Override
    public Node process(Node document) {
        List<Text> texts = new ArrayList<>(); // they are replaced, which the walk does not allow
        NodeWalk.<RuntimeException>below(
                document,
                (node, _) -> {
                    if (node instanceof Text text && mayHold(text.getLiteral()) && !inLink(text)) {
                        texts.add(text);
                    }
                });
        texts.forEach(this::link);
        return document;
    }

    /// A text that was marked as escaped has a source span that is not its own.
    private void link(Text text) {
        text.setSourceSpans(List.of());
        library.process(text);
    }

    /// Whether what every address has is there: of a page, of a mailbox, of a host.
    private static boolean mayHold(String text) {
        return text.contains("://") || text.indexOf('@') >= 0 || text.contains("www.");
    }

    private static boolean inLink(Node text) {
        for (Node above = text.getParent(); above != null; above = above.getParent()) {
            if (above instanceof Link) {
                return true;
            }
        }
        return false;
    }
}

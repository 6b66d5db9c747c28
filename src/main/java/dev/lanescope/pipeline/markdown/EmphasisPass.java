package dev.lanescope.pipeline.markdown;

import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Emphasis, strong emphasis and strikethrough, found after everything else within a paragraph.
///
/// While the library parses, [DelimiterParser] only leaves a [DelimiterMark] for each run of `*`,
/// `_` or `~`. Afterwards the marks among one node's children are paired by the method of
/// CommonMark 0.31.2 ("process emphasis"), as cmark has it: each closer looks back for its opener,
/// but never past a place from which the like of it has come back with nothing
/// ([DelimiterMark#kind]). So every mark is passed over at most once for each kind, and the time is
/// linear. The library, asked to do it, would pass over all of them for each closer that is refused
/// for its length only.
///
/// One serves one worker; it keeps the marks of the page that is being parsed.
final class EmphasisPass implements PostProcessor {

    private final List<DelimiterMark> marks = new ArrayList<>();

    /// Gets a page's marks in the order of the text.
    void add(DelimiterMark mark) {
        marks.add(mark);
    }

    /// Forgets a page that was given up.
    void clear() {
        marks.clear();
    }

    @Override
    public Node process(Node document) {
        Map<Node, List<DelimiterMark>> siblings = new LinkedHashMap<>();
        for (DelimiterMark mark : marks) {
            Node parent = mark.getParent();
            if (parent != null) { // else it was part of a footnote's name
                siblings.computeIfAbsent(parent, _ -> new ArrayList<>(4)).add(mark);
            }
        }
        marks.clear();
        siblings.values().forEach(EmphasisPass::pair);
        return document;
    }

    private static void pair(List<DelimiterMark> marks) {
        for (int i = 1; i < marks.size(); i++) {
            marks.get(i).place = i;
            marks.get(i).previous = marks.get(i - 1);
            marks.get(i - 1).next = marks.get(i);
        }
        int[] bottoms = new int[DelimiterMark.KINDS];
        @Nullable DelimiterMark closer = marks.getFirst();
        while (closer != null) {
            if (!closer.canClose) {
                closer = closer.next;
                continue;
            }
            DelimiterMark opener = opener(closer, bottoms[closer.kind()]);
            if (opener == null) {
                bottoms[closer.kind()] = closer.place;
                if (!closer.canOpen) {
                    closer.leave();
                }
                closer = closer.next;
                continue;
            }
            wrap(opener, closer);
            opener.next = closer; // whatever is between has no partner
            closer.previous = opener;
            if (opener.length == 0) {
                opener.leave();
            }
            if (closer.length == 0) {
                closer.leave();
                closer = closer.next;
            }
        }
        putTextBack(marks);
    }

    private static @Nullable DelimiterMark opener(DelimiterMark closer, int bottom) {
        DelimiterMark opener = closer.previous;
        while (opener != null && opener.place >= bottom) {
            if (opener.opens(closer)) {
                return opener;
            }
            opener = opener.previous;
        }
        return null;
    }

    private static void wrap(DelimiterMark opener, DelimiterMark closer) {
        int used = opener.length >= 2 && closer.length >= 2 ? 2 : 1;
        String delimiter = String.valueOf(opener.character).repeat(used);
        Node wrapper =
                opener.character == '~'
                        ? new Strikethrough(delimiter)
                        : used == 2 ? new StrongEmphasis(delimiter) : new Emphasis(delimiter);
        for (Node node = opener.getNext(); node != closer; node = opener.getNext()) {
            wrapper.appendChild(node);
        }
        opener.insertAfter(wrapper);
        opener.length -= used;
        closer.length -= used;
    }

    /// Marks that are used up go; what is left of the others becomes text, one with the text
    /// around.
    private static void putTextBack(List<DelimiterMark> marks) {
        List<Text> texts = new ArrayList<>();
        for (DelimiterMark mark : marks) {
            if (mark.length > 0) {
                var text = new Text(String.valueOf(mark.character).repeat(mark.length));
                mark.insertBefore(text);
                texts.add(text);
            }
            mark.unlink();
        }
        for (Text text : texts) {
            if (text.getParent() != null) { // else an earlier one has taken it in
                join(text.getPrevious() instanceof Text before ? before : text);
            }
        }
    }

    /// Makes one text of it and the texts right after it.
    private static void join(Text first) {
        var literal = new StringBuilder(first.getLiteral());
        while (first.getNext() instanceof Text next) {
            literal.append(next.getLiteral());
            next.unlink();
        }
        first.setLiteral(literal.toString());
    }
}

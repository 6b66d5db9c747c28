package dev.lanescope.pipeline.markdown;

import dev.lanescope.pipeline.links.MissingLink;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// Walks a Markdown tree from top to bottom without recursion: a page may nest deeper than a
/// worker's stack.
public final class NodeWalk {

    /// What is done at each node; it may change the node's children, not its place.
    public interface Step<X extends Exception> {
        void at(Node node, int depth) throws X;
    }

    private NodeWalk() {}

    /// Visits everything below `top`, parents before their children; those right below it have
    /// depth 1.
    public static <X extends Exception> void below(Node top, Step<X> step) throws X {
        Node node = top;
        int depth = 0;
        while (true) {
            @Nullable Node next = node.getFirstChild();
            if (next != null) {
                depth++;
            } else {
                while (depth > 0 && node.getNext() == null) {
                    node = node.getParent();
                    depth--;
                }
                if (depth == 0) {
                    return;
                }
                next = node.getNext();
            }
            node = next;
            step.at(node, depth);
        }
    }

    /// The text below a node, without markup.
    public static String text(Node top) {
        var text = new StringBuilder();
        NodeWalk.<RuntimeException>below(
                top,
                (node, _) -> {
                    switch (node) {
                        case Text words -> text.append(words.getLiteral());
                        case Code code -> text.append(code.getLiteral());
                        case MissingLink missing -> text.append(missing.text());
                        case SoftLineBreak _, HardLineBreak _ -> text.append(' ');
                        default -> {}
                    }
                });
        return text.toString().strip();
    }
}

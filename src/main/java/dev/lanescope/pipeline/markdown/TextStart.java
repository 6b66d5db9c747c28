package dev.lanescope.pipeline.markdown;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// Collects the first words of a page as it is walked: text and code in sentences, without
/// headings, blocks of code, raw HTML and the descriptions of pictures.
public final class TextStart {

    private static final int WANTED = 300;

    /// A little more than is wanted is read, to see whether it ends at a word.
    private static final int ENOUGH = WANTED + 50;

    private final StringBuilder text = new StringBuilder(ENOUGH);
    private int headingDepth = Integer.MAX_VALUE; // of the heading we are in

    public void see(Node node, int depth) {
        if (text.length() >= ENOUGH) {
            return;
        }
        if (depth <= headingDepth) {
            headingDepth = node instanceof Heading ? depth : Integer.MAX_VALUE;
        }
        if (headingDepth != Integer.MAX_VALUE) {
            return;
        }
        switch (node) {
            case Text words when !(node.getParent() instanceof Image) -> add(words.getLiteral());
            case Code code -> add(code.getLiteral());
            case SoftLineBreak _, HardLineBreak _, Block _, TableCell _ -> blank();
            default -> {}
        }
    }

    /// Adds text that no node of the tree holds.
    public void add(String words) {
        for (int i = 0; i < words.length() && text.length() < ENOUGH; i++) {
            char c = words.charAt(i);
            if (c <= ' ') {
                blank();
            } else {
                text.append(c);
            }
        }
    }

    public void blank() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    /// The text, cut at the last blank before the 300th character if it is longer; in the middle of
    /// a word only where that is longer than half of it, and never in the middle of a character.
    @Override
    public String toString() {
        if (text.length() <= WANTED) {
            return text.toString().stripTrailing();
        }
        int end = WANTED;
        while (end > WANTED / 2 && text.charAt(end) != ' ') {
            end--;
        }
        if (text.charAt(end) != ' ') {
            end = Character.isHighSurrogate(text.charAt(WANTED - 1)) ? WANTED - 1 : WANTED;
        }
        return text.substring(0, end).stripTrailing();
    }
}

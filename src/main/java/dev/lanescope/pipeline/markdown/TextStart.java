package dev.lanescope.pipeline.markdown;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// Collects the first words of a page as it is walked: text and code in sentences, without
/// headings, blocks of code, raw HTML and the descriptions of pictures. On the way it collects the
/// distinct words of the whole page, headings and blocks of code among them.
public final class TextStart {

    private static final int WANTED = 300;

    /// A little more than is wanted is read, to see whether it ends at a word.
    private static final int ENOUGH = WANTED + 50;

    private final StringBuilder text = new StringBuilder(ENOUGH);
    private final WordSet words = new WordSet();
    private int headingDepth = Integer.MAX_VALUE; // of the heading we are in

    public void see(Node node, int depth) {
        collect(node);
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
            case Text some when !(node.getParent() instanceof Image) -> add(some.getLiteral());
            case Code code -> add(code.getLiteral());
            case SoftLineBreak _, HardLineBreak _, Block _, TableCell _ -> blank();
            default -> {}
        }
    }

    private void collect(Node node) {
        switch (node) {
            case Text some when !(node.getParent() instanceof Image) ->
                    words.add(some.getLiteral());
            case Code code -> words.add(code.getLiteral());
            case FencedCodeBlock code -> addWords(code.getLiteral());
            case IndentedCodeBlock code -> addWords(code.getLiteral());
            case SoftLineBreak _, HardLineBreak _, Block _, TableCell _ -> words.end();
            default -> {}
        }
    }

    private void addWords(String code) {
        words.end();
        words.add(code);
        words.end();
    }

    /// The distinct words of what was seen, with a blank between them.
    public String words() {
        return words.toString();
    }

    /// Adds text that no node of the tree holds.
    public void addText(String some) {
        words.add(some);
        add(some);
    }

    private void add(String some) {
        for (int i = 0; i < some.length() && text.length() < ENOUGH; i++) {
            char c = some.charAt(i);
            if (c <= ' ') {
                blank();
            } else {
                text.append(c);
            }
        }
    }

    private void blank() {
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

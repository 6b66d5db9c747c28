package dev.lanescope.content;

import org.commonmark.node.CustomNode;

/// A wiki link, `[[Page]]`, `[[Page|text]]`, `[[Page#Heading]]` or `[[#Heading]]`, before it is
/// known what it leads to. The brackets of the outer pair are text before and after it, and so is
/// the mark before `![[picture.png]]`.
public final class WikiLink extends CustomNode {

    private final String written;
    private final boolean embedding;

    /// @param written what stands between the brackets
    public WikiLink(String written) {
        this(written, false);
    }

    /// @param embedding whether `!` stands before it: what it leads to is to be shown here
    WikiLink(String written, boolean embedding) {
        this.written = written;
        this.embedding = embedding;
    }

    /// What precedes it as text: the mark, if there is one, and the bracket of the outer pair.
    public String opening() {
        return embedding ? "![" : "[";
    }

    /// Whether `!` stands before it.
    public boolean isEmbedding() {
        return embedding;
    }

    /// What stood between the brackets.
    public String written() {
        return written;
    }

    /// The name of the page; empty for the page itself.
    public String name() {
        String address = address();
        int hash = address.indexOf('#');
        return (hash < 0 ? address : address.substring(0, hash)).strip();
    }

    /// The heading on that page; empty if there is none.
    public String heading() {
        String address = address();
        int hash = address.lastIndexOf('#'); // A#B#C: the heading C below B
        return hash < 0 ? "" : address.substring(hash + 1).strip();
    }

    /// What a reader sees: the text after the bar, else the page and the heading.
    public String text() {
        int bar = written.indexOf('|');
        if (bar >= 0 && !written.substring(bar + 1).isBlank()) {
            return written.substring(bar + 1).strip();
        }
        String name = name();
        String heading = heading();
        return name.isEmpty() ? heading : heading.isEmpty() ? name : name + " > " + heading;
    }

    private String address() {
        int bar = written.indexOf('|');
        return bar < 0 ? written : written.substring(0, bar);
    }
}

package dev.lanescope.pipeline.links;

import dev.lanescope.content.WikiLink;

import org.commonmark.node.CustomNode;

/// A wiki link that leads nowhere: shown as it was written, brackets and all, so that nothing is
/// lost where somebody meant no link at all (`[[nodiscard]]`).
public final class MissingLink extends CustomNode {

    private final String text;

    public MissingLink(WikiLink link) {
        this.text = link.opening() + "[" + link.written() + "]]";
    }

    /// The link with its brackets.
    public String text() {
        return text;
    }
}

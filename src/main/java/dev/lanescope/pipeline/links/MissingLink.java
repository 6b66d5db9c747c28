package dev.lanescope.pipeline.links;

import org.commonmark.node.CustomNode;

/// A wiki link that leads nowhere: shown as it was written, brackets and all, so that nothing is
/// lost where somebody meant no link at all (`[[nodiscard]]`).
public final class MissingLink extends CustomNode {

    private final String written;

    public MissingLink(WikiLink link) {
        this.written = link.written();
    }

    /// The link with its brackets.
    String text() {
        return "[[" + written + "]]";
    }
}

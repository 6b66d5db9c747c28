package dev.lanescope.pipeline.markdown;

import org.commonmark.node.CustomBlock;

/// A block quote that began with `[!NOTE]` or the like; its children are what the quote held after
/// that line.
final class Alert extends CustomBlock {

    private final AlertKind kind;

    Alert(AlertKind kind) {
        this.kind = kind;
    }

    AlertKind kind() {
        return kind;
    }
}

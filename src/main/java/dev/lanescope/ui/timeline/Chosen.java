package dev.lanescope.ui.timeline;

/// A span that was chosen: which lane, and which span on it.
public record Chosen(int lane, int span) {}

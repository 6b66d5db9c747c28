package dev.lanescope.ui.compare;

import dev.lanescope.trace.Span;

/// A span that was chosen in one of the runs.
///
/// @param run its number in the session
record Picked(int run, Span span) {}

package dev.lanescope.ui.compare;

import dev.lanescope.analysis.explain.StackPart;

import java.util.List;

/// A part of the speed-up stacks whose spans are lit up on the lanes of all runs.
///
/// @param entrant the run whose spans are listed
/// @param spans the longest first
record LitPart(StackPart part, Entrant entrant, List<Picked> spans) {

    LitPart {
        spans = List.copyOf(spans);
    }
}

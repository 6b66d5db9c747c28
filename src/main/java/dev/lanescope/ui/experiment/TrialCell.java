package dev.lanescope.ui.experiment;

/// What stands in one cell of a [TrialTable].
///
/// @param text may be empty
/// @param tip a sentence; empty for none
/// @param style a style class; empty for none
record TrialCell(String text, String tip, String style) {

    static final TrialCell EMPTY = new TrialCell("", "", "");
}

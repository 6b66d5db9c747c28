/// Other pictures of the same time, below the lanes: a flame graph of stages, a heat map of
/// utilisation, and tables of spans and statistics.
///
/// Start at [dev.lanescope.ui.figures.Figures].
@NullMarked
package dev.lanescope.ui.figures;

import org.jspecify.annotations.NullMarked;

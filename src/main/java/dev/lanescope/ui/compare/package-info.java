/// Runs side by side: their lanes on one clock, where the speed-up went, what is faster and how
/// sure that is, page by page.
///
/// Start at [dev.lanescope.ui.compare.CompareModel], then [dev.lanescope.ui.compare.CompareScreen].
@NullMarked
package dev.lanescope.ui.compare;

import org.jspecify.annotations.NullMarked;

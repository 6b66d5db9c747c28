/// Runs side by side: their lanes on one axis and replayed together, where the speed-up went, what
/// is faster and how sure that is, page by page, and what held them up.
///
/// Start at [dev.lanescope.ui.compare.CompareModel] and [dev.lanescope.ui.compare.CompareAxis],
/// then [dev.lanescope.ui.compare.CompareScreen].
@NullMarked
package dev.lanescope.ui.compare;

import org.jspecify.annotations.NullMarked;

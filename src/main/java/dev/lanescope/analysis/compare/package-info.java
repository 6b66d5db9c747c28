/// Runs of the same content side by side: what is faster, how sure that is, and on which pages.
/// Start at [dev.lanescope.analysis.compare.Comparison].
@NullMarked
package dev.lanescope.analysis.compare;

import org.jspecify.annotations.NullMarked;

/// The library of runs on the left.
///
/// Start at [dev.lanescope.ui.runs.RunsRail].
@NullMarked
package dev.lanescope.ui.runs;

import org.jspecify.annotations.NullMarked;

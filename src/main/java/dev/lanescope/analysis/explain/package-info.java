/// Why a run was not faster: where the lane time went that brought no speed-up. Start at
/// [dev.lanescope.analysis.explain.SpeedUpStack].
@NullMarked
package dev.lanescope.analysis.explain;

import org.jspecify.annotations.NullMarked;

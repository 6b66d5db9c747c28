/// What it means: pure functions from traces to numbers.
///
/// Start at [dev.lanescope.analysis.LaneTime], the account that must always close.
@NullMarked
package dev.lanescope.analysis;

import org.jspecify.annotations.NullMarked;

/// A study as one file: its traces, what was asked, where it ran and what came of it. Whoever has
/// it can look at it, check it, and do it again.
///
/// Start at [dev.lanescope.exchange.bundle.Bundle].
@NullMarked
package dev.lanescope.exchange.bundle;

import org.jspecify.annotations.NullMarked;

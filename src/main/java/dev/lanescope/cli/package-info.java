/// The same journey in a terminal: one command per class.
///
/// Start at [dev.lanescope.cli.Terminal].
@NullMarked
package dev.lanescope.cli;

import org.jspecify.annotations.NullMarked;

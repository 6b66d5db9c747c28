/// What is known about the chosen span, or about the whole run.
///
/// Start at [dev.lanescope.ui.inspector.Inspector].
@NullMarked
package dev.lanescope.ui.inspector;

import org.jspecify.annotations.NullMarked;

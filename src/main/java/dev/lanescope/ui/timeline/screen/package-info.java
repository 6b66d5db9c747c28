/// The timeline as a whole.
///
/// Start at [dev.lanescope.ui.timeline.screen.TimelineScreen].
@NullMarked
package dev.lanescope.ui.timeline.screen;

import org.jspecify.annotations.NullMarked;

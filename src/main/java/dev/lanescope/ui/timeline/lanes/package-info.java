/// The lanes: spans as pixels, words and heads on them, and what mouse and menus do there.
///
/// Start at [dev.lanescope.ui.timeline.lanes.LanesPane].
@NullMarked
package dev.lanescope.ui.timeline.lanes;

import org.jspecify.annotations.NullMarked;

/// The centre of the window: legend, overview, lanes and charts on one time axis.
///
/// Start at [dev.lanescope.ui.timeline.TimelineModel], then
/// [dev.lanescope.ui.timeline.TimelineScreen].
@NullMarked
package dev.lanescope.ui.timeline;

import org.jspecify.annotations.NullMarked;

/// What the timeline shows and what can be done with it: window of time, selection, range, search,
/// the way back. No view is in here; the rooms below are the views, each on the ones before:
/// `frame` (what all pictures share), `lanes`, `jvm`, `charts`, and `screen`, which puts them on
/// one time axis.
///
/// Start at [dev.lanescope.ui.timeline.TimelineModel].
@NullMarked
package dev.lanescope.ui.timeline;

import org.jspecify.annotations.NullMarked;

/// What stands above and below the lanes on the same axis: legend, overview, counters, throughput,
/// workers by state, and the switch between the lower views.
///
/// Start at [dev.lanescope.ui.timeline.charts.OverviewPane].
@NullMarked
package dev.lanescope.ui.timeline.charts;

import org.jspecify.annotations.NullMarked;

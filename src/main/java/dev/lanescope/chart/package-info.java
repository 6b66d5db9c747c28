/// Where it goes on paper: lanes, axes, level of detail, hit test; geometry without a toolkit.
///
/// Start at [dev.lanescope.chart.TimeWindow], then [dev.lanescope.chart.LaneRaster].
@NullMarked
package dev.lanescope.chart;

import org.jspecify.annotations.NullMarked;

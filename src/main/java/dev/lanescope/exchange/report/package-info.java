/// The report of a comparison, to hand to somebody who was not there: one HTML file that needs
/// nothing else, or Markdown.
///
/// Start at [dev.lanescope.exchange.report.Report]; a [dev.lanescope.exchange.report.Paper] is one
/// in sections that are not of one comparison.
@NullMarked
package dev.lanescope.exchange.report;

import org.jspecify.annotations.NullMarked;

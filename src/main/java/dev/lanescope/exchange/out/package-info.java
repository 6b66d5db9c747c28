/// What was recorded leaves the app: one writer a format, each in a file of its own.
///
/// Start at [dev.lanescope.exchange.out.ExportFormat], the list of formats, then
/// [dev.lanescope.exchange.out.SpeedscopeFile], the shortest writer.
@NullMarked
package dev.lanescope.exchange.out;

import org.jspecify.annotations.NullMarked;

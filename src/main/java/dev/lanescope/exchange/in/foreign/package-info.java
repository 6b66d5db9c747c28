/// What readers of other tools' files have in common: they say what happened on which thread, and
/// out come tiled lanes.
///
/// Start at [dev.lanescope.exchange.in.foreign.ForeignTrace], which readers fill, then
/// [dev.lanescope.exchange.in.foreign.Sweep], which makes lanes of nested slices.
@NullMarked
package dev.lanescope.exchange.in.foreign;

import org.jspecify.annotations.NullMarked;

/// The files of speedscope, which py-spy, rbspy and others write.
///
/// Start at [dev.lanescope.exchange.in.speedscope.SpeedscopeReader].
@NullMarked
package dev.lanescope.exchange.in.speedscope;

import org.jspecify.annotations.NullMarked;

/// The plans that others made for their research, step by step: what each asks, what it takes, and
/// what is known of it here, by evidence alone. Start at [dev.lanescope.claims.guide.Guide], then
/// [dev.lanescope.claims.guide.GuideState].
@NullMarked
package dev.lanescope.claims.guide;

import org.jspecify.annotations.NullMarked;

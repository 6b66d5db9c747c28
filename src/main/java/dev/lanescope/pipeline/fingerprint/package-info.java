/// Short names for long values: two values with the same one are the same.
///
/// Start at [dev.lanescope.pipeline.fingerprint.ContentHash].
@NullMarked
package dev.lanescope.pipeline.fingerprint;

import org.jspecify.annotations.NullMarked;

/// What is known here about claims, and how it outlives the session. Start at
/// [dev.lanescope.claims.evidence.ClaimCard].
@NullMarked
package dev.lanescope.claims.evidence;

import org.jspecify.annotations.NullMarked;

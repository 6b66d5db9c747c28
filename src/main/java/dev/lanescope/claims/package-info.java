/// What others claimed about threads, interpreters and processes, the experiment that tests each
/// claim here, and the rule that says what came of it. Start at [dev.lanescope.claims.Claims], then
/// [dev.lanescope.claims.ClaimRule].
@NullMarked
package dev.lanescope.claims;

import org.jspecify.annotations.NullMarked;

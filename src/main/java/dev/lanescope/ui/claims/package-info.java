/// The screen of claims: what others claimed, what is known of it here, and a button that tests it.
/// Start at [dev.lanescope.ui.claims.ClaimsScreen].
@NullMarked
package dev.lanescope.ui.claims;

import org.jspecify.annotations.NullMarked;

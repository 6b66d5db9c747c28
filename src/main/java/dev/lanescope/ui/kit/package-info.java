/// What every screen is made of: theme, palette, fonts, icons, the door to background work.
///
/// Start at [dev.lanescope.ui.kit.Theme].
@NullMarked
package dev.lanescope.ui.kit;

import org.jspecify.annotations.NullMarked;

/// The desktop: one package per screen on [dev.lanescope.ui.kit].
///
/// Start at [dev.lanescope.ui.LanescopeApp].
@NullMarked
package dev.lanescope.ui;

import org.jspecify.annotations.NullMarked;

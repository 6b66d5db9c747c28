/// What screens that tell findings have in common.
///
/// Start at [dev.lanescope.ui.findings.CureButton].
@NullMarked
package dev.lanescope.ui.findings;

import org.jspecify.annotations.NullMarked;

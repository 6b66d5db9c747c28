/// What all pictures of the timeline share: when they are repainted, the cursor, the card beside
/// the pointer, what the JVM did.
///
/// Start at [dev.lanescope.ui.timeline.frame.Frame].
@NullMarked
package dev.lanescope.ui.timeline.frame;

import org.jspecify.annotations.NullMarked;

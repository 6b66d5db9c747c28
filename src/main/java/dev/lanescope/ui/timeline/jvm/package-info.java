/// The JVM's own track below the lanes.
///
/// Start at [dev.lanescope.ui.timeline.jvm.JvmPane].
@NullMarked
package dev.lanescope.ui.timeline.jvm;

import org.jspecify.annotations.NullMarked;

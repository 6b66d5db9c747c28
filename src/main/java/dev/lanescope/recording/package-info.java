/// The experiment: content x pipeline x model becomes a trace; the only room with a clock on the
/// way from folder to trace.
///
/// Start at [dev.lanescope.recording.Run]; [dev.lanescope.recording.LaneRecorder] is the hot path.
@NullMarked
package dev.lanescope.recording;

import org.jspecify.annotations.NullMarked;

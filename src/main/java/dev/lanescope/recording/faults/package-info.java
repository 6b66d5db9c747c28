/// What a page that goes wrong costs its neighbours, tried out in processes that may die of it.
/// Start at [dev.lanescope.recording.faults.FaultGrid].
@NullMarked
package dev.lanescope.recording.faults;

import org.jspecify.annotations.NullMarked;

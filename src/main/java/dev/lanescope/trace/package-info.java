/// What happened: spans, states and counters on lanes, one compact store, its own file.
///
/// Start at [dev.lanescope.trace.Lane], the store that one worker writes while others read, then
/// [dev.lanescope.trace.Snapshot], what everybody reads.
@NullMarked
package dev.lanescope.trace;

import org.jspecify.annotations.NullMarked;

/// What happened: spans, states and counters on lanes, one compact store, its own file.
///
/// Start at [dev.lanescope.trace.Lane], the store that one worker writes while others read, then
/// [dev.lanescope.trace.Snapshot], what everybody reads. Its file: [dev.lanescope.trace.TraceFile]
/// for whole ones, [dev.lanescope.trace.TraceLog] for one that is written while the run goes on.
@NullMarked
package dev.lanescope.trace;

import org.jspecify.annotations.NullMarked;

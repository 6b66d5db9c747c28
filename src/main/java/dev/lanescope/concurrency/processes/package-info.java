/// Models whose workers are processes of their own: nothing is shared, everything crosses as bytes,
/// and whatever a page does to its process, the run goes on. Start at
/// [dev.lanescope.concurrency.processes.Processes].
@NullMarked
package dev.lanescope.concurrency.processes;

import org.jspecify.annotations.NullMarked;

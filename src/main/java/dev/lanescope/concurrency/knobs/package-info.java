/// How a run can differ besides by its model and its number of workers. Start at
/// [dev.lanescope.concurrency.knobs.Knobs].
@NullMarked
package dev.lanescope.concurrency.knobs;

import org.jspecify.annotations.NullMarked;

/// Models whose workers are threads of this process and share its heap. Start at
/// [dev.lanescope.concurrency.threads.FixedPool].
@NullMarked
package dev.lanescope.concurrency.threads;

import org.jspecify.annotations.NullMarked;

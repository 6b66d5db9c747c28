/// What a process and its children say to each other, and how it crosses: as records, by Java
/// serialization, or through shared memory. Start at
/// [dev.lanescope.concurrency.processes.wire.Message].
@NullMarked
package dev.lanescope.concurrency.processes.wire;

import org.jspecify.annotations.NullMarked;

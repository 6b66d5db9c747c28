/// A child process: what runs in a JVM of its own and does what the parent sends. Start at
/// [dev.lanescope.concurrency.processes.child.ChildMain].
@NullMarked
package dev.lanescope.concurrency.processes.child;

import org.jspecify.annotations.NullMarked;

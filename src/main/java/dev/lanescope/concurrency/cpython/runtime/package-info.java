/// The Pythons of this machine: where they may lie, what they are, and the one that comes along.
/// Start reading at `Runtimes`.
@NullMarked
package dev.lanescope.concurrency.cpython.runtime;

import org.jspecify.annotations.NullMarked;

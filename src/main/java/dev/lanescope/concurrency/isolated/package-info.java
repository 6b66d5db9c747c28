/// Models whose workers are interpreters: each has its own copy of every class of the program, so
/// names and statics are its own, and only bytes cross. Start at
/// [dev.lanescope.concurrency.isolated.Isolated].
@NullMarked
package dev.lanescope.concurrency.isolated;

import org.jspecify.annotations.NullMarked;

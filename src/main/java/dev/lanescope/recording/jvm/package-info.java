/// What the own JVM and the machine do while a run goes on: collections, stops, compilations, heap
/// and processors. Start at [dev.lanescope.recording.jvm.JvmWatch].
@NullMarked
package dev.lanescope.recording.jvm;

import org.jspecify.annotations.NullMarked;

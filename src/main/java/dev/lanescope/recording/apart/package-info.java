/// A case that is tried out in a JVM of its own, which may hang, die or be killed. Start at
/// [dev.lanescope.recording.apart.CaseProcess].
@NullMarked
package dev.lanescope.recording.apart;

import org.jspecify.annotations.NullMarked;

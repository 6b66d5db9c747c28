/// Recordings of the JVM's own recorder.
///
/// Start at [dev.lanescope.exchange.in.jfr.JfrReader].
@NullMarked
package dev.lanescope.exchange.in.jfr;

import org.jspecify.annotations.NullMarked;

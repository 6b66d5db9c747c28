/// What came when: which release of CPython and of the JDK brought which way to do things at once.
///
/// Start at [dev.lanescope.concurrency.releases.Release].
@NullMarked
package dev.lanescope.concurrency.releases;

import org.jspecify.annotations.NullMarked;

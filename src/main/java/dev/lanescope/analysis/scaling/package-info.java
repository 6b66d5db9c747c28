/// How the same work gets faster with more workers, and which law says so. Start at
/// [dev.lanescope.analysis.scaling.Scaling].
@NullMarked
package dev.lanescope.analysis.scaling;

import org.jspecify.annotations.NullMarked;

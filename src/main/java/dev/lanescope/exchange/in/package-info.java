/// Traces come in: ours, and those of other tools. A file is known by its bytes, read within
/// bounds, and becomes a trace or one sentence that says why not.
///
/// Start at [dev.lanescope.exchange.in.TraceFiles]. `chrome`, `jfr` and `speedscope` read one
/// format each; `foreign` makes lanes of what they find.
@NullMarked
package dev.lanescope.exchange.in;

import org.jspecify.annotations.NullMarked;

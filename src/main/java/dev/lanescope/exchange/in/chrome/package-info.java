/// Chrome's Trace Event format, which VizTracer, Bazel, PyTorch, Node and many others write too.
///
/// Start at [dev.lanescope.exchange.in.chrome.ChromeReader].
@NullMarked
package dev.lanescope.exchange.in.chrome;

import org.jspecify.annotations.NullMarked;

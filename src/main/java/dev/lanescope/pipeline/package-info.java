/// What is done to one page: named stages from bytes to HTML; no threads, no clock.
///
/// Start at [dev.lanescope.pipeline.PageRenderer], which takes a [dev.lanescope.pipeline.Draft]
/// through the seven [stages][dev.lanescope.pipeline.Stage].
@NullMarked
package dev.lanescope.pipeline;

import org.jspecify.annotations.NullMarked;

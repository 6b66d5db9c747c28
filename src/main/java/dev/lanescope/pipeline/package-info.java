/// What is done to one page: named stages from bytes to HTML; no threads, no clock.
///
/// Start at [dev.lanescope.pipeline.PageRenderer], which takes a [dev.lanescope.pipeline.Draft]
/// through its [stages][dev.lanescope.pipeline.Stage]. Files that are made of other pages are
/// listed by [dev.lanescope.pipeline.generated.GeneratedPages].
@NullMarked
package dev.lanescope.pipeline;

import org.jspecify.annotations.NullMarked;

/// Where a link leads: to a page, to a static file, or nowhere; and wiki links.
///
/// Start at [dev.lanescope.pipeline.links.LinkTargets], which answers that question;
/// [dev.lanescope.pipeline.links.LinkLookups] is what a page remembers of having asked.
@NullMarked
package dev.lanescope.pipeline.links;

import org.jspecify.annotations.NullMarked;

/// Files of a site that are made of its pages: lists by tag and by date, feed, sitemap, search
/// index, redirects.
///
/// Start at [dev.lanescope.pipeline.generated.GeneratedPages], which lists them before anything is
/// rendered; [dev.lanescope.pipeline.generated.Digests] is what the rendered pages leave for them.
@NullMarked
package dev.lanescope.pipeline.generated;

import org.jspecify.annotations.NullMarked;

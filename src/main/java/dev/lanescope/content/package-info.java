/// A folder becomes pages: what there is to render, and how big it is.
///
/// Start at [dev.lanescope.content.SiteScanner]; it answers with a [dev.lanescope.content.Site].
/// [dev.lanescope.content.FrontMatterParser] reads the head of a page, leniently for the scanner
/// and strictly for the pipeline.
@NullMarked
package dev.lanescope.content;

import org.jspecify.annotations.NullMarked;

/// From a page's text to its tree and from there to HTML: CommonMark with what people expect of it,
/// in linear time whatever the page. Start at [dev.lanescope.pipeline.markdown.Markdown].
@NullMarked
package dev.lanescope.pipeline.markdown;

import org.jspecify.annotations.NullMarked;

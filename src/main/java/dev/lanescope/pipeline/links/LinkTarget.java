package dev.lanescope.pipeline.links;

import dev.lanescope.content.Page;

/// What a link leads to.
public sealed interface LinkTarget {

    /// Nothing of this site.
    LinkTarget NOWHERE = new Nowhere();

    /// A page, by its source, its folder, its output or, from a wiki link, its name.
    record OfPage(Page page) implements LinkTarget {}

    /// A static file.
    ///
    /// @param path relative to the content folder and to the output folder alike
    record OfFile(String path) implements LinkTarget {}

    /// Nothing of this site; there is one, [LinkTarget#NOWHERE].
    record Nowhere() implements LinkTarget {}
}

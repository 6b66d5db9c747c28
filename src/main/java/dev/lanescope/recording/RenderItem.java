package dev.lanescope.recording;

import dev.lanescope.content.Page;
import dev.lanescope.pipeline.generated.Digests;
import dev.lanescope.pipeline.generated.Generated;

/// One file that a run makes.
public sealed interface RenderItem {

    /// A page of the content; what it becomes depends on no other item.
    record OfContent(Page page) implements RenderItem {}

    /// A file made of what the pages left, when all of them are done.
    record OfPages(Generated generated, Digests digests) implements RenderItem {}
}

package dev.lanescope.recording;

import dev.lanescope.content.Page;
import dev.lanescope.pipeline.Draft;
import dev.lanescope.pipeline.generated.Digests;
import dev.lanescope.pipeline.generated.Generated;

/// One file that a run makes.
public sealed interface RenderItem {

    /// A page of the content; what it becomes depends on no other item.
    record OfContent(Page page) implements RenderItem {
        @Override
        public String name() {
            return page.source();
        }

        @Override
        public Draft draft() {
            return new Draft(page);
        }
    }

    /// A file made of what the pages left, when all of them are done.
    record OfPages(Generated generated, Digests digests) implements RenderItem {
        @Override
        public String name() {
            return generated.output();
        }

        @Override
        public Draft draft() {
            return new Draft(generated, digests);
        }
    }

    /// What people know it by: a page's source, or the path of a file in the site.
    String name();

    /// What passes through the stages to become it.
    Draft draft();
}

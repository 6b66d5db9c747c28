package dev.lanescope.preview;

import java.util.List;

/// What one update of a live site has brought.
///
/// @param rendered the outputs that were written: pages, and then files made of pages
/// @param renderedPages how many of them are pages
/// @param everything whether more may have changed than these: pages came or went, or a static file
/// @param pages how many pages the site has
/// @param troubles a sentence for everything that does not come out now, also from updates before
/// @param links the links that led nowhere when they were last checked, which is after every update
public record News(
        List<String> rendered,
        int renderedPages,
        boolean everything,
        int pages,
        List<String> troubles,
        DeadLinks links) {

    public News {
        rendered = List.copyOf(rendered);
        troubles = List.copyOf(troubles);
    }

    /// Whether a browser could see any of it.
    public boolean isWorthReloading() {
        return everything || !rendered.isEmpty();
    }
}

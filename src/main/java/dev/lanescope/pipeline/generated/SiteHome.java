package dev.lanescope.pipeline.generated;

import dev.lanescope.content.Section;
import dev.lanescope.content.Site;

/// Where a site really begins.
public final class SiteHome {

    private SiteHome() {}

    /// The uppermost folder with pages of its own or several folders: `content/en` where that is
    /// all there is.
    public static Section of(Site site) {
        Section home = site.sections().getFirst();
        while (home.direct() == 0 && home.children().size() == 1) {
            home = site.sections().get(home.children().getFirst());
        }
        return home;
    }
}

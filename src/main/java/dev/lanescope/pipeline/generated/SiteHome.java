package dev.lanescope.pipeline.generated;

import dev.lanescope.content.RelativePath;
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

    /// What the site is called: the title of its first page, or the name of its folder.
    public static String title(Site site) {
        Section home = of(site);
        return home.indexed() ? home.title() : RelativePath.readable(site.name());
    }
}

package dev.lanescope.pipeline;

import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.fingerprint.ContentHash;
import dev.lanescope.pipeline.fingerprint.Fingerprint;
import dev.lanescope.pipeline.generated.GeneratedPages;
import dev.lanescope.pipeline.generated.Surroundings;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// What a page's HTML takes from the site around it, as one hash a page: all that
/// [PageTemplates#describe] tells the templates, and what the scan found out about the page itself,
/// with the front matter its sections give it. It is made from the very values that the templates
/// are given, so it cannot know less than they do.
///
/// Not in it: the page's text, the templates, the settings, where the page's links lead, and the
/// numbers of pages and sections, which shift when others come and go and which no template is
/// given. Not for two threads at once.
public final class PageSurroundings {

    private final Site site;
    private final Navigation navigation;
    private final Surroundings generated;
    private final Fingerprint fingerprint = new Fingerprint();
    private final Fingerprint ofEntry = new Fingerprint();

    /// Hashes of entries that many pages share, because each of them would be added forty times.
    private final IdentityHashMap<Object, ContentHash> shared = new IdentityHashMap<>();

    public PageSurroundings(Site site, GeneratedPages generated) {
        this.site = site;
        this.navigation = new Navigation(site);
        this.generated = new Surroundings(generated);
    }

    /// The hash for one page of the site.
    public ContentHash of(Page page) {
        Map<String, Object> model = HashMap.newHashMap(32);
        PageTemplates.describe(page, model, navigation, generated);
        model.replaceAll((_, value) -> value instanceof List<?> list ? hashes(list) : value);
        fingerprint.add(page.source()).add(page.output()).add(page.info()).add(model);
        return fingerprint.addInOrder(site.defaults(page)).finish();
    }

    private List<ContentHash> hashes(List<?> entries) {
        return entries.stream()
                .map(entry -> shared.computeIfAbsent(entry, each -> ofEntry.add(each).finish()))
                .toList();
    }
}

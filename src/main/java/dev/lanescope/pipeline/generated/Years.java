package dev.lanescope.pipeline.generated;

import dev.lanescope.content.Page;
import dev.lanescope.pipeline.links.Hrefs;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// The years with posts as templates show them. Every year's page lists all of them, so they are
/// counted once for the same digests. For many workers at once.
final class Years {

    private record Counted(Digests digests, List<Map<String, Object>> years) {}

    private final GeneratedPages pages;
    private volatile @Nullable Counted last;

    Years(GeneratedPages pages) {
        this.pages = pages;
    }

    /// `year`, `href` and `count` of each, the latest first.
    List<Map<String, Object>> of(Digests digests) {
        @Nullable Counted known = last;
        if (known == null || known.digests() != digests) {
            known = new Counted(digests, count(digests));
            last = known;
        }
        return known.years();
    }

    private List<Map<String, Object>> count(Digests digests) {
        return pages.posts().years().stream()
                .map(year ->
                        Entries.inOrder(
                                "year", year,
                                "href", href(year),
                                "count", count(pages.posts().of(year), digests)))
                .toList();
    }

    private String href(int year) {
        return pages.output(new GeneratedContent.Year(year)).map(Hrefs::encode).orElse("");
    }

    private static int count(List<Page> posts, Digests digests) {
        return (int) posts.stream().filter(page -> digests.has(page.id())).count();
    }
}

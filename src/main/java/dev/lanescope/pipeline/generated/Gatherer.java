package dev.lanescope.pipeline.generated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// Makes generated files of what the pages left. May be used by many workers at once.
public final class Gatherer {

    private final GeneratedPages pages;
    private final Years years;

    public Gatherer(GeneratedPages pages) {
        this.pages = pages;
        this.years = new Years(pages);
    }

    /// What the template of an HTML file shows, under the names it knows.
    ///
    /// @throws IllegalArgumentException if it has no template
    public Map<String, Object> model(Generated generated, Digests digests) {
        return new GeneratedModel(pages, digests, years).of(generated);
    }

    /// The whole of a file without a template.
    ///
    /// @throws IllegalArgumentException if it has a template
    public byte[] file(Generated generated, Digests digests) {
        var bytes = new ByteArrayOutputStream();
        try {
            switch (generated.content()) {
                case GeneratedContent.Feed _ -> FeedFile.write(pages, digests, generated, bytes);
                case GeneratedContent.Sitemap(int first) ->
                        SitemapFile.write(pages, digests, first, bytes);
                case GeneratedContent.SitemapIndex _ -> SitemapFile.writeIndex(pages, bytes);
                case GeneratedContent.SearchIndex _ -> SearchIndexFile.write(pages, digests, bytes);
                case GeneratedContent.Home _,
                        GeneratedContent.PostList _,
                        GeneratedContent.Archive _,
                        GeneratedContent.Year _,
                        GeneratedContent.TermList _,
                        GeneratedContent.TermPages _,
                        GeneratedContent.Redirect _ ->
                        throw new IllegalArgumentException(
                                generated.output() + " is made by a template");
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
    }
}

package dev.lanescope.pipeline.generated;

import java.util.Optional;

/// What a generated file holds.
public sealed interface GeneratedContent {

    /// The front page of a site that has none: its sections and pages.
    record Home() implements GeneratedContent {}

    /// A page of the list of posts.
    ///
    /// @param number from 1, the newest posts
    record PostList(int number) implements GeneratedContent {}

    /// The years with posts.
    record Archive() implements GeneratedContent {}

    /// The posts of one year.
    record Year(int year) implements GeneratedContent {}

    /// All terms of a kind.
    record TermList(TermKind kind) implements GeneratedContent {}

    /// A page of the list of pages with one term.
    ///
    /// @param index among the terms of its kind
    /// @param number from 1
    record TermPages(TermKind kind, int index, int number) implements GeneratedContent {}

    /// Leads on to where a page stands now.
    ///
    /// @param to an output of the site
    record Redirect(String to) implements GeneratedContent {}

    /// An Atom feed of the newest posts.
    record Feed() implements GeneratedContent {}

    /// The addresses of pages, for search engines: of all of them, or of as many as one sitemap may
    /// have.
    ///
    /// @param first the id of the first of them
    record Sitemap(int first) implements GeneratedContent {}

    /// The addresses of the sitemaps of a site that takes several.
    record SitemapIndex() implements GeneratedContent {}

    /// What the search box searches.
    record SearchIndex() implements GeneratedContent {}

    /// The name of the template that shows it; empty where it is no HTML.
    default Optional<String> template() {
        return switch (this) {
            case Home _ -> Optional.of("home");
            case PostList _ -> Optional.of("posts");
            case Archive _ -> Optional.of("archive");
            case Year _ -> Optional.of("year");
            case TermList _ -> Optional.of("terms");
            case TermPages _ -> Optional.of("term");
            case Redirect _ -> Optional.of("redirect");
            case Feed _, Sitemap _, SitemapIndex _, SearchIndex _ -> Optional.empty();
        };
    }
}

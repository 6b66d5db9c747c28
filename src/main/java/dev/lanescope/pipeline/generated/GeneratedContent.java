package dev.lanescope.pipeline.generated;

import java.util.Optional;

/// What a generated file holds.
public sealed interface GeneratedContent {

    /// The front page of a site that has none: its sections and pages.
    record Home() implements GeneratedContent {
        @Override
        public String id() {
            return "home";
        }

        @Override
        public Optional<String> template() {
            return Optional.of("home");
        }
    }

    /// A page of the list of posts.
    ///
    /// @param number from 1, the newest posts
    record PostList(int number) implements GeneratedContent {
        @Override
        public String id() {
            return "posts " + number;
        }

        @Override
        public Optional<String> template() {
            return Optional.of("posts");
        }
    }

    /// The years with posts.
    record Archive() implements GeneratedContent {
        @Override
        public String id() {
            return "archive";
        }

        @Override
        public Optional<String> template() {
            return Optional.of("archive");
        }
    }

    /// The posts of one year.
    record Year(int year) implements GeneratedContent {
        @Override
        public String id() {
            return "year " + year;
        }

        @Override
        public Optional<String> template() {
            return Optional.of("year");
        }
    }

    /// All terms of a kind.
    record TermList(TermKind kind) implements GeneratedContent {
        @Override
        public String id() {
            return "terms " + kind;
        }

        @Override
        public Optional<String> template() {
            return Optional.of("terms");
        }
    }

    /// A page of the list of pages with one term.
    ///
    /// @param index among the terms of its kind
    /// @param number from 1
    record TermPages(TermKind kind, int index, int number) implements GeneratedContent {
        @Override
        public String id() {
            return "term " + kind + " " + index + " " + number;
        }

        @Override
        public Optional<String> template() {
            return Optional.of("term");
        }
    }

    /// Leads on to where a page stands now.
    ///
    /// @param to an output of the site
    record Redirect(String to) implements GeneratedContent {
        @Override
        public String id() {
            return "redirect " + to;
        }

        @Override
        public Optional<String> template() {
            return Optional.of("redirect");
        }
    }

    /// An Atom feed of the newest posts.
    record Feed() implements GeneratedContent {
        @Override
        public String id() {
            return "feed";
        }
    }

    /// The addresses of pages, for search engines: of all of them, or of as many as one sitemap may
    /// have.
    ///
    /// @param first the id of the first of them
    record Sitemap(int first) implements GeneratedContent {
        @Override
        public String id() {
            return "sitemap " + first;
        }
    }

    /// The addresses of the sitemaps of a site that takes several.
    record SitemapIndex() implements GeneratedContent {
        @Override
        public String id() {
            return "sitemap index";
        }
    }

    /// What the search box searches, as a script; and the same without the script's first line, for
    /// other tools.
    ///
    /// @param json the file for other tools, relative to the output folder
    record SearchIndex(String json) implements GeneratedContent {

        static final String ID = "search index";

        @Override
        public String id() {
            return ID;
        }

        @Override
        public Optional<Part> part() {
            return Optional.of(new Part(json, SearchIndexFile.SCRIPT.length()));
        }
    }

    /// A file that holds the end of another one, and is written with it.
    ///
    /// @param output the file, relative to the output folder
    /// @param from the first byte that it holds
    record Part(String output, int from) {}

    /// What tells it from everything else that a site may hold.
    String id();

    /// The file that is written with it; empty for all but one.
    default Optional<Part> part() {
        return Optional.empty();
    }

    /// The name of the template that shows it; empty where it is no HTML.
    default Optional<String> template() {
        return Optional.empty();
    }
}

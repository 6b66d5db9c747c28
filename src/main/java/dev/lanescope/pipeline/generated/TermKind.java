package dev.lanescope.pipeline.generated;

import dev.lanescope.content.PageInfo;

import java.util.List;

/// By what pages name what they are about.
public enum TermKind {
    TAG("tag", "tags", "Tag", "Tags"),
    CATEGORY("category", "categories", "Category", "Categories");

    private final String one;
    private final String many;
    private final String title;
    private final String titleOfMany;

    TermKind(String one, String many, String title, String titleOfMany) {
        this.one = one;
        this.many = many;
        this.title = title;
        this.titleOfMany = titleOfMany;
    }

    /// One of them in a word, such as `tag`.
    String one() {
        return one;
    }

    /// Several in a word; also the folder of their pages.
    String many() {
        return many;
    }

    /// One of them, before its label.
    String title() {
        return title;
    }

    /// Above a list of them.
    String titleOfMany() {
        return titleOfMany;
    }

    /// Those of a page, in its order.
    List<String> of(PageInfo info) {
        return switch (this) {
            case TAG -> info.tags();
            case CATEGORY -> info.categories();
        };
    }
}

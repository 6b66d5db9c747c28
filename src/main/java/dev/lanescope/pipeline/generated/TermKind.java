package dev.lanescope.pipeline.generated;

import dev.lanescope.content.PageInfo;

import java.util.List;

/// By what pages name what they are about.
public enum TermKind {
    TAG("tag", "tags"),
    CATEGORY("category", "categories");

    private final String one;
    private final String many;

    TermKind(String one, String many) {
        this.one = one;
        this.many = many;
    }

    /// One of them in a word, such as `tag`.
    String one() {
        return one;
    }

    /// Several in a word; also the folder of their pages.
    String many() {
        return many;
    }

    /// Those of a page, in its order.
    List<String> of(PageInfo info) {
        return switch (this) {
            case TAG -> info.tags();
            case CATEGORY -> info.categories();
        };
    }
}

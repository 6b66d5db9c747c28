package dev.lanescope.pipeline.generated;

import dev.lanescope.content.PageInfo;

import java.util.List;
import java.util.function.Function;

/// By what pages name what they are about.
public enum TermKind {
    TAG("tag", "tags", PageInfo::tags),
    CATEGORY("category", "categories", PageInfo::categories);

    private final String one;
    private final String many;
    private final Function<PageInfo, List<String>> labels;

    TermKind(String one, String many, Function<PageInfo, List<String>> labels) {
        this.one = one;
        this.many = many;
        this.labels = labels;
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
        return labels.apply(info);
    }
}

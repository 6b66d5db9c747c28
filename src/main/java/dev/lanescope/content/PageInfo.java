package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// What a page says about itself, for lists, feeds and search; its own front matter over the
/// defaults of its sections. Bounded, because all pages of a site are held at once.
///
/// @param title what navigation calls it; never blank, one line
/// @param description one or two sentences; empty where the page gives none
/// @param date the day as written, whatever time or zone stood beside it; null where there is none
///   or it cannot be read
/// @param tags in the page's order, none twice, none blank; at most [#MAX_LABELS]
/// @param categories likewise
public record PageInfo(
        String title,
        String description,
        @Nullable LocalDate date,
        List<String> tags,
        List<String> categories) {

    /// The longest title, in characters; a longer one is cut, and three dots say so.
    public static final int MAX_TITLE = 200;

    /// The longest description, in characters; a longer one is cut, and three dots say so.
    public static final int MAX_DESCRIPTION = 1_000;

    /// The most tags, and the most categories, that are kept of a page.
    public static final int MAX_LABELS = 100;

    /// The longest tag or category, in characters; the rest is cut off.
    public static final int MAX_LABEL = 100;

    public PageInfo {
        tags = List.copyOf(tags);
        categories = List.copyOf(categories);
        if (title.isBlank()) {
            throw new IllegalArgumentException("a page's title cannot be blank");
        }
        if (tags.size() > MAX_LABELS || categories.size() > MAX_LABELS) {
            throw new IllegalArgumentException(
                    "page "
                            + title
                            + " has "
                            + tags.size()
                            + " tags and "
                            + categories.size()
                            + " categories: no more than "
                            + MAX_LABELS
                            + " are kept");
        }
    }

    /// A page of which nothing is known but its title.
    public static PageInfo titled(String title) {
        return new PageInfo(title, "", null, List.of(), List.of());
    }
}

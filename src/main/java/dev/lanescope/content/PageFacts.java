package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What front matter, with the defaults of the sections around, says of one page. Lenient: what
/// cannot be read is not there.
///
/// @param title from the front matter, else the first heading; null where there is neither
/// @param weight [#NO_WEIGHT] where there is none
/// @param description empty where there is none
/// @param draft whether the page is not to be published yet
/// @param slug the last part of its address, fit for a file name; empty where there is none
/// @param aliases as written, at most one more than [#MAX_ALIASES]
record PageFacts(
        @Nullable String title,
        long weight,
        String description,
        @Nullable LocalDate date,
        List<String> tags,
        List<String> categories,
        boolean draft,
        String slug,
        List<String> aliases) {

    /// Heavier than everything that has a weight.
    static final long NO_WEIGHT = Long.MAX_VALUE;

    /// The most aliases that a page may have.
    static final int MAX_ALIASES = 100;

    static PageFacts of(FrontMatter matter, @Nullable String heading) {
        return new PageFacts(
                title(matter).orElse(heading),
                matter.number("weight").orElse(NO_WEIGHT),
                matter.text("description")
                        .or(() -> matter.text("summary"))
                        .map(text -> Excerpt.of(text, PageInfo.MAX_DESCRIPTION))
                        .orElse(""),
                matter.text("date")
                        .map(PageDate::of)
                        .or(() -> matter.text("path").map(PageDate::inAddress))
                        .orElse(null),
                labels(matter.texts("tags")),
                labels(matter.texts("categories")),
                matter.flag("draft"),
                matter.text("slug").map(Slug::of).orElse(""),
                aliases(matter));
    }

    /// The title that front matter gives, if anything of it can be shown.
    static Optional<String> title(FrontMatter matter) {
        return matter.text("title")
                .map(title -> Excerpt.of(title, PageInfo.MAX_TITLE))
                .filter(title -> !title.isBlank());
    }

    /// What the page says about itself, and what it is called where it does not say that.
    PageInfo info(String name) {
        return new PageInfo(title == null ? name : title, description, date, tags, categories);
    }

    private static List<String> labels(List<String> texts) {
        if (texts.isEmpty()) {
            return texts;
        }
        Set<String> labels = new LinkedHashSet<>();
        for (String text : texts) {
            String label = Excerpt.of(Excerpt.cut(text, PageInfo.MAX_LABEL), PageInfo.MAX_LABEL);
            if (!label.isBlank() && labels.size() < PageInfo.MAX_LABELS) {
                labels.add(label);
            }
        }
        return List.copyOf(labels);
    }

    /// A text is one alias, commas and all: unlike tags, addresses may have them.
    private static List<String> aliases(FrontMatter matter) {
        return matter.text("aliases")
                .map(List::of)
                .orElseGet(() -> matter.texts("aliases").stream().limit(MAX_ALIASES + 1).toList());
    }
}

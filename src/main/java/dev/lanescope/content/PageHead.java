package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the scanner keeps of a page's head until it is known what the sections around it say.
/// Lenient, because a broken page is the run's to report.
///
/// @param own of the page's front matter what [PageFacts] asks for, bounded
/// @param heading the first heading, looked for only where the front matter has no title; null
///   where there is none
/// @param cascade what it gives the pages below, if it is an index page
record PageHead(FrontMatter own, @Nullable String heading, Cascade cascade) {

    /// Nothing is known.
    static final PageHead UNKNOWN = new PageHead(FrontMatter.NONE, null, Cascade.NONE);

    private static final List<String> KEYS =
            List.of(
                    "title",
                    "description",
                    "summary",
                    "weight",
                    "date",
                    "tags",
                    "categories",
                    "draft",
                    "slug",
                    "path",
                    "aliases");

    private static final int MAX_CHARS = PageInfo.MAX_LABELS * (PageInfo.MAX_LABEL + 1);
    private static final int MAX_ELEMENTS = PageFacts.MAX_ALIASES + 1;
    private static final int MAX_ELEMENT_CHARS = AliasAddress.MAX_CHARS + 1;

    /// How the first heading is looked for.
    private interface Headings {
        @Nullable String first(String text, int from);
    }

    /// The head of a page, of which this is all that is looked at.
    static PageHead of(String text, FrontMatterParser parser) {
        return of(text, parser, FirstHeading::in);
    }

    /// The head of a page of which these are the first lines, and whole ones; without a heading if
    /// what follows could change it.
    static PageHead ofBeginning(String text, FrontMatterParser parser) {
        return of(text, parser, FirstHeading::inBeginning);
    }

    private static PageHead of(String text, FrontMatterParser parser, Headings headings) {
        try {
            FrontMatter matter = parser.parse(text);
            @Nullable String heading =
                    PageFacts.title(matter).isPresent()
                            ? null
                            : headings.first(text, matter.bodyStart());
            return new PageHead(own(matter), heading, Cascade.of(matter));
        } catch (BrokenPageException _) {
            return UNKNOWN;
        }
    }

    /// Whether it says how the page is called.
    boolean isTitled() {
        return heading != null || PageFacts.title(own).isPresent();
    }

    private static FrontMatter own(FrontMatter matter) {
        Map<String, Object> kept = new HashMap<>();
        for (String key : KEYS) {
            Object value = matter.values().get(key);
            if (value != null) {
                kept.put(key, bounded(value));
            }
        }
        return kept.isEmpty() ? FrontMatter.NONE : new FrontMatter(Map.copyOf(kept), 0);
    }

    /// A map says nothing here, but it is there, and so no default takes its place.
    private static Object bounded(Object value) {
        return switch (value) {
            case Integer _, Long _, Double _, Boolean _ -> value;
            case Map<?, ?> _ -> "";
            case List<?> list -> {
                List<String> kept = new ArrayList<>(Math.min(list.size(), MAX_ELEMENTS));
                for (Object element : list) {
                    if (kept.size() < MAX_ELEMENTS
                            && !(element instanceof Map)
                            && !(element instanceof List)) {
                        kept.add(Excerpt.cut(element.toString(), MAX_ELEMENT_CHARS));
                    }
                }
                yield List.copyOf(kept);
            }
            default -> Excerpt.cut(value.toString(), MAX_CHARS);
        };
    }
}

package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/// What the scanner wants to know of a page, read from the beginning of its text: what to call it
/// and where it belongs. Lenient, because a broken page is the run's to report.
///
/// @param title from the front matter, else the first heading; null where there is neither
/// @param weight from the front matter; [#NO_WEIGHT] where there is none
record PageHead(@Nullable String title, long weight) {

    /// Heavier than everything that has a weight.
    static final long NO_WEIGHT = Long.MAX_VALUE;

    /// Nothing is known.
    static final PageHead UNKNOWN = new PageHead(null, NO_WEIGHT);

    private static final int MAX_TITLE = 200;
    private static final int MAX_HEADING = 1_000;
    private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}[ \t]+(.*?)[ \t#]*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");
    private static final Pattern ANCHOR = Pattern.compile("\\s*\\{#[^}]*}$");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)]\\([^)]*\\)");

    static PageHead of(String text, FrontMatterParser parser) {
        try {
            FrontMatter matter = parser.parse(text);
            String title =
                    matter.text("title").orElseGet(() -> firstHeading(text, matter.bodyStart()));
            return new PageHead(shorten(title), matter.number("weight").orElse(NO_WEIGHT));
        } catch (BrokenPageException _) {
            return UNKNOWN;
        }
    }

    /// The first `# heading` outside fenced code, without its markup; null where there is none. The
    /// exact title is the pipeline's to find: this one serves navigation.
    private static @Nullable String firstHeading(String text, int from) {
        boolean code = false;
        int start = from;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            String line = text.substring(start, newline < 0 ? text.length() : newline);
            if (FENCE.matcher(line).matches()) {
                code = !code;
            } else if (!code && line.length() <= MAX_HEADING && line.indexOf('#') >= 0) {
                var heading = HEADING.matcher(line.stripTrailing());
                if (heading.matches()) {
                    String plain = plain(heading.group(1));
                    if (!plain.isEmpty()) {
                        return plain;
                    }
                }
            }
            start = newline < 0 ? text.length() : newline + 1;
        }
        return null;
    }

    private static String plain(String markdown) {
        String linked = LINK.matcher(markdown).replaceAll("$1");
        String marked = ANCHOR.matcher(linked).replaceAll("");
        return marked.replace("`", "").replace("*", "").replace("\\", "").strip();
    }

    private static @Nullable String shorten(@Nullable String title) {
        if (title == null || title.length() <= MAX_TITLE) {
            return title;
        }
        int end = Character.isHighSurrogate(title.charAt(MAX_TITLE - 1)) ? 1 : 0;
        return title.substring(0, MAX_TITLE - end) + "...";
    }
}

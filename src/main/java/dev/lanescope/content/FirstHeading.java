package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/// The first `# heading` of a Markdown text, without its markup. The exact title is the pipeline's
/// to find: this one serves navigation.
final class FirstHeading {

    private static final int MAX_LINE = 1_000;
    private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}[ \t]+(.*?)[ \t#]*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");
    private static final Pattern ANCHOR = Pattern.compile("\\s*\\{#[^}]*}$");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)]\\([^)]*\\)");

    private FirstHeading() {}

    /// The first one outside fenced code, at or after `from`; null where there is none.
    static @Nullable String in(String text, int from) {
        boolean code = false;
        int start = from;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            String line = text.substring(start, newline < 0 ? text.length() : newline);
            if (FENCE.matcher(line).matches()) {
                code = !code;
            } else if (!code && line.length() <= MAX_LINE && line.indexOf('#') >= 0) {
                var heading = HEADING.matcher(line.stripTrailing());
                if (heading.matches()) {
                    String plain = Excerpt.of(plain(heading.group(1)), PageInfo.MAX_TITLE);
                    if (!plain.isBlank()) {
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
}

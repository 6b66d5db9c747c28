package dev.lanescope.pipeline;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the HTML of our own templates says, for tests.
final class Links {

    private static final Pattern HREF = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");
    private static final Pattern POST =
            Pattern.compile("(?s)<li>\n<time[^>]*>[^<]*</time>\\s*<a [^>]*>([^<]*)</a>");

    private Links() {}

    /// The addresses that a page leads to or loads, without those on the web.
    static List<String> of(String html) {
        return HREF.matcher(html)
                .results()
                .map(link -> URLDecoder.decode(link.group(1), StandardCharsets.UTF_8))
                .filter(link -> !link.startsWith("https://"))
                .distinct()
                .toList();
    }

    /// The titles in a list of posts, in its order.
    static List<String> titlesOfPosts(String html) {
        Matcher post = POST.matcher(html);
        return post.results().map(found -> found.group(1)).toList();
    }
}

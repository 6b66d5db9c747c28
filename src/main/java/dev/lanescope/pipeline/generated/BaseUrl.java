package dev.lanescope.pipeline.generated;

import dev.lanescope.pipeline.links.Hrefs;

import java.net.URI;
import java.net.URISyntaxException;

/// Where a site will stand on the web, for the files that are read away from it: the feed and the
/// sitemap.
///
/// Without one ([#NONE]) these hold relative addresses. Most feed readers resolve them against the
/// address they had the feed from, some do not; and search engines refuse a sitemap without whole
/// addresses.
///
/// @param text empty, or an `http` or `https` address that ends with `/`
public record BaseUrl(String text) {

    /// Not known.
    public static final BaseUrl NONE = new BaseUrl("");

    private static final int MAX_CHARS = 1_000;

    public BaseUrl {
        if (!text.isEmpty() && !isWhole(text)) {
            throw new IllegalArgumentException(
                    "'"
                            + text
                            + "' is no base address of a site; give one such as"
                            + " https://example.org/docs/");
        }
    }

    /// The address as a person types it: spaces around it and a missing slash at its end do not
    /// matter.
    ///
    /// @throws IllegalArgumentException if it is neither blank nor an `http` or `https` address of
    ///   a host, without query and fragment
    public static BaseUrl of(String typed) {
        String text = typed.strip();
        return text.isEmpty() ? NONE : new BaseUrl(text.endsWith("/") ? text : text + "/");
    }

    private static boolean isWhole(String text) {
        try {
            var uri = new URI(text);
            boolean web =
                    "http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme());
            return web
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && text.endsWith("/")
                    && text.length() <= MAX_CHARS;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /// The address of a file of the site; relative to the site where the base is not known.
    String to(String output) {
        return text + Hrefs.encode(output);
    }

    boolean isKnown() {
        return !text.isEmpty();
    }
}

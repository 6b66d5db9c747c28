package dev.lanescope.pipeline.markdown;

import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.UrlSanitizer;

import java.util.List;
import java.util.Locale;

/// Lets through addresses that show something and empties those that run something, such as
/// `javascript:`. Relative addresses and embedded pictures are fine.
final class SafeUrls implements UrlSanitizer {

    private final UrlSanitizer known =
            new DefaultUrlSanitizer(List.of("http", "https", "mailto", "tel", "ftp"));

    @Override
    public String sanitizeLinkUrl(String url) {
        return known.sanitizeLinkUrl(url);
    }

    @Override
    public String sanitizeImageUrl(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("data:image/")
                ? url
                : known.sanitizeImageUrl(url);
    }
}

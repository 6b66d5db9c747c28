package dev.lanescope.pipeline.template;

import org.jspecify.annotations.Nullable;

/// Text as it may stand in HTML, byte for byte as Pebble's own filter escapes it. The library
/// behind that filter makes a table of all names of HTML before its first letter, which takes
/// longer than a tenth of a small site, on every worker's first page; these five need none.
final class HtmlText {

    private HtmlText() {}

    static String escaped(String text) {
        int length = text.length();
        for (int at = 0; at < length; at++) {
            if (reference(text.charAt(at)) != null) {
                return escaped(text, at);
            }
        }
        return text;
    }

    /// @param first the first letter that cannot stay as it is
    private static String escaped(String text, int first) {
        int length = text.length();
        var html = new StringBuilder(length + 16).append(text, 0, first);
        for (int at = first; at < length; at++) {
            char letter = text.charAt(at);
            String reference = reference(letter);
            if (reference == null) {
                html.append(letter);
            } else {
                html.append(reference);
            }
        }
        return html.toString();
    }

    private static @Nullable String reference(char letter) {
        return switch (letter) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
        };
    }
}

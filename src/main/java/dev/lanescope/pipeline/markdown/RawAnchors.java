package dev.lanescope.pipeline.markdown;

import java.util.Locale;
import java.util.Set;

/// Finds the places that raw HTML names: every `id="..."`, and the `name="..."` of an `<a>`. One
/// look at each character, so also quick on a megabyte of `<`.
public final class RawAnchors {

    private final String html;
    private final Set<String> found;
    private int at;

    private RawAnchors(String html, Set<String> found) {
        this.html = html;
        this.found = found;
    }

    public static void find(String html, Set<String> found) {
        if (html.indexOf('=') >= 0) {
            new RawAnchors(html, found).read();
        }
    }

    private void read() {
        while ((at = html.indexOf('<', at)) >= 0) {
            if (html.startsWith("<!--", at)) {
                int end = html.indexOf("-->", at + 4);
                if (end < 0) {
                    return;
                }
                at = end + 3;
            } else {
                at++;
                if (at < html.length() && isLetter(html.charAt(at))) {
                    readTag();
                }
            }
        }
    }

    private void readTag() {
        String tag = word();
        boolean link = tag.equals("a");
        while (at < html.length()) {
            skipBlanks();
            if (at >= html.length() || html.charAt(at) == '>') {
                return;
            }
            String name = word();
            skipBlanks();
            if (at < html.length() && html.charAt(at) == '=') {
                at++;
                String value = value();
                if ((name.equals("id") || (link && name.equals("name"))) && !value.isEmpty()) {
                    found.add(value);
                }
            } else if (name.isEmpty()) {
                at++; // a stray character, such as the slash before the end
            }
        }
    }

    /// The letters, digits and the like from here on, in lower case.
    private String word() {
        int start = at;
        while (at < html.length() && isWord(html.charAt(at))) {
            at++;
        }
        return at - start > 8 ? "longer" : html.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private String value() {
        skipBlanks();
        if (at >= html.length()) {
            return "";
        }
        char quote = html.charAt(at);
        if (quote == '"' || quote == '\'') {
            int end = html.indexOf(quote, at + 1);
            int start = at + 1;
            at = end < 0 ? html.length() : end + 1;
            return end < 0 ? "" : html.substring(start, end);
        }
        int start = at;
        while (at < html.length() && !isBlank(html.charAt(at)) && html.charAt(at) != '>') {
            at++;
        }
        return html.substring(start, at);
    }

    private void skipBlanks() {
        while (at < html.length() && isBlank(html.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isWord(char c) {
        return !isBlank(c) && c != '>' && c != '=' && c != '/' && c != '"' && c != '\'';
    }
}

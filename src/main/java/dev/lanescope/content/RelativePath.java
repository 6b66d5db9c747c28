package dev.lanescope.content;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// Paths inside a site: relative, with `/`, never empty, and never leading out of their folder.
public final class RelativePath {

    private RelativePath() {}

    /// Refuses a path that could leave its folder.
    ///
    /// @throws IllegalArgumentException if the path is empty, absolute, or has an empty, `.` or
    ///   `..` part
    public static void check(String path) {
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            boolean dots =
                    path.startsWith(".", start)
                            && (end - start == 1
                                    || (end - start == 2 && path.startsWith("..", start)));
            if (end == start || dots) {
                throw new IllegalArgumentException("'" + path + "' is not a path inside a site");
            }
            start = end + 1;
        }
        if (path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a path inside a site holds a zero character");
        }
    }

    /// Everything before the last slash; empty where there is none.
    public static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /// Everything after the last slash.
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Where `link` leads from `folder`, both with `/`; `.` and `..` are resolved. Empty if it
    /// leads out of the site; the empty string is the site's own folder.
    public static Optional<String> resolve(String folder, String link) {
        var path = new StringBuilder(folder.length() + 1 + link.length());
        boolean inside = (link.startsWith("/") || append(folder, path)) && append(link, path);
        return inside ? Optional.of(path.toString()) : Optional.empty();
    }

    /// Goes along a path, starting from another.
    ///
    /// @return whether it stays in the site
    private static boolean append(String steps, StringBuilder path) {
        int start = 0;
        while (start <= steps.length()) {
            int slash = steps.indexOf('/', start);
            int end = slash < 0 ? steps.length() : slash;
            if (end - start == 2 && steps.startsWith("..", start)) {
                if (path.isEmpty()) {
                    return false;
                }
                path.setLength(Math.max(0, path.lastIndexOf("/")));
            } else if (end > start && !(end - start == 1 && steps.charAt(start) == '.')) {
                if (!path.isEmpty()) {
                    path.append('/');
                }
                path.append(steps, start, end);
            }
            start = end + 1;
        }
        return true;
    }

    /// The path as the least discerning file system would see it: upper and lower case are one, so
    /// are composed and decomposed letters (`é` is `e` with an accent), and dots and spaces at the
    /// end of a name do not count. Two paths with the same key must not both be written. The key
    /// itself is no path.
    public static String key(String path) {
        String folded = path;
        if (!isAscii(path)) {
            String parted = Normalizer.normalize(path, Normalizer.Form.NFD);
            folded = Normalizer.normalize(parted.toUpperCase(Locale.ROOT), Normalizer.Form.NFC);
        }
        String lower = folded.toLowerCase(Locale.ROOT);
        boolean trimmed = lower.contains("./") || lower.contains(" /") || endsIdly(lower);
        return trimmed ? withoutIdleEnds(lower) : lower;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsIdly(CharSequence text) {
        char last = text.isEmpty() ? '/' : text.charAt(text.length() - 1);
        return last == '.' || last == ' ';
    }

    private static String withoutIdleEnds(String path) {
        var key = new StringBuilder(path.length());
        for (String part : path.split("/", -1)) {
            key.append(key.isEmpty() ? "" : "/").append(part);
            while (endsIdly(key)) {
                key.setLength(key.length() - 1);
            }
        }
        return key.toString();
    }

    /// A name made readable: `thread-pools` becomes `Thread pools`.
    public static String readable(String name) {
        String words = Excerpt.of(name.replace('-', ' ').replace('_', ' '), PageInfo.MAX_TITLE);
        if (words.isEmpty()) {
            return name;
        }
        int first = words.offsetByCodePoints(0, 1);
        return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
    }
}

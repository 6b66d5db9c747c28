package dev.lanescope.content;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/// A file name made from what a page asks to be called. It is a name and never a path: what is not
/// a letter, a digit, `-`, `_` or `.` becomes `-`, and there are no dots at its ends.
public final class Slug {

    /// The longest slug, in bytes of UTF-8: a file name may have 255, and an ending and a number
    /// come after it.
    static final int MAX_BYTES = 200;

    private static final Pattern RESERVED =
            Pattern.compile(
                    "(?i)(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3])"
                            + "\\s*(?:\\..*)?");

    private Slug() {}

    /// The name, without an ending; empty where nothing is left of the wish.
    public static String of(String wish) {
        String composed =
                Normalizer.normalize(Excerpt.cut(wish.strip(), MAX_BYTES), Normalizer.Form.NFC);
        var name = new StringBuilder(composed.length());
        int bytes = 0;
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            int fit = isNamePart(c) ? c : '-';
            bytes += Character.toString(fit).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_BYTES) {
                break;
            }
            name.appendCodePoint(fit);
        }
        String slug = withoutDotsAtEnds(name);
        return isReserved(slug) ? "_" + slug : slug;
    }

    /// Whether Windows has another use for a file name, whatever its ending; there it could not be
    /// written, so no system gets it.
    static boolean isReserved(String name) {
        return RESERVED.matcher(name).matches();
    }

    /// Marks belong to letters: many scripts write their vowels with them.
    private static boolean isNamePart(int c) {
        return c == '-'
                || c == '_'
                || c == '.'
                || Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static String withoutDotsAtEnds(CharSequence name) {
        int start = 0;
        int end = name.length();
        while (start < end && name.charAt(start) == '.') {
            start++;
        }
        while (end > start && name.charAt(end - 1) == '.') {
            end--;
        }
        return name.subSequence(start, end).toString();
    }
}

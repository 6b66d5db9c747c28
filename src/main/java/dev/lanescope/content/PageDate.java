package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The day in what a page gives as its date: `2024-01-31`, alone or with a time
/// (`2024-01-31T10:00:00`, `2024-01-31 10:00`), and that with a zone (`Z`, `+01:00`). The day
/// counts as it is written; it is not carried into another zone, so that it is the same on every
/// machine.
final class PageDate {

    private static final int MAX_CHARS = 100;
    private static final Pattern FORM =
            Pattern.compile(
                    "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:(?:[Tt]|\\s{1,8})\\d{1,2}:\\d{2}\\D?.*)?");

    private static final Pattern ADDRESS =
            Pattern.compile("(?:^|/)(\\d{4})/(\\d{1,2})/(\\d{1,2})(?:/|$)");

    private PageDate() {}

    /// The day; null if the text is no date, or a day that no calendar has.
    static @Nullable LocalDate of(String text) {
        if (text.length() > MAX_CHARS) {
            return null;
        }
        Matcher date = FORM.matcher(text);
        if (!date.matches()) {
            return null;
        }
        try {
            return LocalDate.of(number(date, 1), number(date, 2), number(date, 3));
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// The day in an address such as `news/2024/01/31/title`, where blogs keep it that give no date
    /// besides; null where there is none.
    static @Nullable LocalDate inAddress(String address) {
        Matcher parts = ADDRESS.matcher(address);
        return address.length() <= MAX_CHARS * 10 && parts.find()
                ? of(parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3))
                : null;
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group));
    }
}

package dev.lanescope.pipeline.generated;

import dev.lanescope.content.Page;
import dev.lanescope.pipeline.links.Hrefs;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Pages and terms as plain maps for templates. Addresses are from the site's root; a template
/// precedes them with `root`.
public final class Entries {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Entries() {}

    /// Names and their values as a template prints and walks them: in the order given, the same in
    /// every JVM, which [Map#of] is not. Not to be changed.
    ///
    /// @param more names and values by turns
    public static Map<String, Object> inOrder(String name, Object value, Object... more) {
        Map<String, Object> entry = LinkedHashMap.newLinkedHashMap(1 + more.length / 2);
        entry.put(name, value);
        for (int at = 0; at < more.length; at += 2) {
            entry.put((String) more[at], more[at + 1]);
        }
        return entry;
    }

    /// The day for people, such as `3 May 2026`; empty where there is none.
    public static String inWords(@Nullable LocalDate date) {
        return date == null ? "" : DAY.format(date);
    }

    /// The day for machines, such as `2026-05-03`; empty where there is none.
    public static String inDigits(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    /// A page in a list: `title`, `href`, `date`, `day` (the date in words) and `summary`.
    static Map<String, Object> page(Page page, Digests digests) {
        Map<String, Object> entry = new LinkedHashMap<>(of(page));
        entry.put("summary", summary(page, digests));
        return entry;
    }

    /// A page in a list, without a summary.
    public static Map<String, Object> of(Page page) {
        LocalDate date = page.info().date();
        return inOrder(
                "title", page.title(),
                "href", Hrefs.encode(page.output()),
                "date", inDigits(date),
                "day", inWords(date));
    }

    /// What the page says of itself, else how it begins.
    static String summary(Page page, Digests digests) {
        String description = page.info().description();
        return description.isBlank()
                ? digests.of(page.id()).map(words -> goingOn(words.start())).orElse("")
                : description;
    }

    /// Three dots after a text that was cut within a sentence.
    private static String goingOn(String start) {
        return !start.isEmpty() && Character.isLetterOrDigit(start.codePointBefore(start.length()))
                ? start + " ..."
                : start;
    }

    /// Something with a title that leads somewhere.
    static Map<String, Object> link(String title, String output) {
        return inOrder("title", title, "href", Hrefs.encode(output));
    }

    /// The tags or categories of a page, each with the way to its pages; of several spellings of
    /// one, which have one list, only the first.
    public static List<Map<String, Object>> terms(GeneratedPages pages, TermKind kind, Page page) {
        List<Map<String, Object>> terms = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (String label : kind.of(page.info())) {
            String output = pages.output(kind, label).orElse("");
            if (output.isEmpty() || shown.add(output)) {
                terms.add(link(label.strip(), output));
            }
        }
        return List.copyOf(terms);
    }
}

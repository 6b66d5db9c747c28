package dev.lanescope.pipeline;

import dev.lanescope.content.BrokenPageException;
import dev.lanescope.content.Page;
import dev.lanescope.content.PageText;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.input.PageException;
import dev.lanescope.pipeline.input.PageReader;
import dev.lanescope.pipeline.links.BrokenLink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Finds the lines of broken links afterwards, by looking for what was written: broken links are
/// few, and keeping the place of every link of every page would cost every page.
final class SourceLines {

    private static final String GOES_ON = "#?/.-_%&=";

    private static final int MAX_BLANKS = 20;

    /// More than these are not looked for on one page: each is a search through its text.
    private static final int MAX_LINKS = 500;

    /// More characters than these are not searched for the links of one page.
    private static final long MAX_SEARCHED = 256L * 1024 * 1024;

    private final String text;
    private final int[] lineStarts;
    private long searched;

    private SourceLines(String text) {
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[64]; // of which the first is 0
        int lines = 1;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, 2 * lines);
            }
            starts[lines++] = end + 1;
        }
        return Arrays.copyOf(starts, lines);
    }

    /// The same links with their lines; 0 where the file has changed or writes the destination
    /// otherwise (with a character reference in it, say), and after the first 500, or fewer on a
    /// page of a megabyte and more.
    ///
    /// @param stopped asked for every link; after that no more are looked for
    static List<BrokenLink> locate(
            Site site, Page page, List<BrokenLink> links, BooleanSupplier stopped) {
        if (links.isEmpty()) {
            return links;
        }
        var lines = new SourceLines(textOf(site, page));
        List<BrokenLink> located = new ArrayList<>(links.size());
        for (BrokenLink link : links) {
            boolean sought = located.size() < MAX_LINKS && !stopped.getAsBoolean();
            int line = sought ? lines.of(link.destination()) : 0;
            located.add(new BrokenLink(link.source(), line, link.destination(), link.why()));
        }
        return located;
    }

    private int of(String destination) {
        int at = find(destination);
        String other = escaped(destination);
        at = at < 0 && !other.equals(destination) ? find(other) : at;
        return at < 0 ? 0 : lineAt(at);
    }

    private static String textOf(Site site, Page page) {
        try {
            return PageText.decode(new PageReader(site).read(page));
        } catch (PageException | BrokenPageException _) {
            return ""; // it was there a moment ago; the links are reported without lines
        }
    }

    /// As people write what Markdown would else take for its own.
    private static String escaped(String destination) {
        return destination.replace("(", "\\(").replace(")", "\\)");
    }

    /// The first place where it stands as a destination does; else the first where it stands at
    /// all.
    private int find(String destination) {
        searched += text.length();
        if (searched > MAX_SEARCHED) {
            return -1;
        }
        int first = text.indexOf(destination);
        for (int at = first; at >= 0; at = text.indexOf(destination, at + 1)) {
            int end = at + destination.length();
            if ((begins(text, at) || destination.startsWith("[[")) && !goesOn(text, end)) {
                return at;
            }
        }
        return first;
    }

    /// Whether a destination can stand here: after `(` or `<`, or after the colon of a definition.
    private static boolean begins(String text, int at) {
        int before = at - 1;
        while (before >= 0 && at - before < MAX_BLANKS && text.charAt(before) == ' ') {
            before--;
        }
        if (before < 0) {
            return false;
        }
        char c = text.charAt(before);
        return c == '(' || c == '<' || (c == ':' && before > 0 && text.charAt(before - 1) == ']');
    }

    private static boolean goesOn(String text, int end) {
        return end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || GOES_ON.indexOf(text.charAt(end)) >= 0);
    }

    private int lineAt(int at) {
        int found = Arrays.binarySearch(lineStarts, at);
        return found < 0 ? -found - 1 : found + 1;
    }
}

package dev.lanescope.pipeline;

import dev.lanescope.content.BrokenPageException;
import dev.lanescope.content.Page;
import dev.lanescope.content.PageText;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.input.PageException;
import dev.lanescope.pipeline.input.PageReader;
import dev.lanescope.pipeline.links.BrokenLink;

import java.util.ArrayList;
import java.util.List;

/// Finds the lines of broken links afterwards, by looking for what was written: broken links are
/// few, and keeping the place of every link of every page would cost every page.
final class SourceLines {

    private static final String GOES_ON = "#?/.-_%&=";

    private static final int MAX_BLANKS = 20;

    /// More than these are not looked for on one page: each is a search through its text.
    private static final int MAX_LINKS = 500;

    private SourceLines() {}

    /// The same links with their lines; 0 where the file has changed or writes the destination
    /// otherwise (with a character reference in it, say), and after the first 500.
    static List<BrokenLink> locate(Site site, Page page, List<BrokenLink> links) {
        if (links.isEmpty()) {
            return links;
        }
        String text = textOf(site, page);
        List<BrokenLink> located = new ArrayList<>(links.size());
        for (BrokenLink link : links) {
            int at = -1;
            if (located.size() < MAX_LINKS) {
                at = find(text, link.destination());
                at = at < 0 ? find(text, escaped(link.destination())) : at;
            }
            int line = at < 0 ? 0 : lineAt(text, at);
            located.add(new BrokenLink(link.source(), line, link.destination(), link.why()));
        }
        return located;
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
    private static int find(String text, String destination) {
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

    private static int lineAt(String text, int at) {
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }
}

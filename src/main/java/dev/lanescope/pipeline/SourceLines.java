package dev.lanescope.pipeline;

import dev.lanescope.content.BrokenPageException;
import dev.lanescope.content.Page;
import dev.lanescope.content.PageText;
import dev.lanescope.content.Site;

import java.util.ArrayList;
import java.util.List;

/// Finds the lines of broken links afterwards, by looking for what was written: broken links are
/// few, and keeping the place of every link of every page would cost every page.
final class SourceLines {

    private static final String GOES_ON = "#?/.-_%&=";

    /// More than these are not looked for on one page: each is a search through its text.
    private static final int MAX_LINKS = 500;

    private SourceLines() {}

    /// The same links with their lines; 0 where the file has changed or writes the destination
    /// otherwise (with a backslash or a character reference in it, say), and after the first 500.
    static List<BrokenLink> locate(Site site, Page page, List<BrokenLink> links) {
        if (links.isEmpty()) {
            return links;
        }
        String text = textOf(site, page);
        List<BrokenLink> located = new ArrayList<>(links.size());
        for (BrokenLink link : links) {
            int at = located.size() < MAX_LINKS ? find(text, link.destination()) : -1;
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

    /// The first place where it stands as a destination does; else the first where it stands at
    /// all.
    private static int find(String text, String destination) {
        int first = text.indexOf(destination);
        for (int at = first; at >= 0; at = text.indexOf(destination, at + 1)) {
            int end = at + destination.length();
            boolean begins = at == 0 || "(< [".indexOf(text.charAt(at - 1)) >= 0;
            if ((begins || destination.startsWith("[[")) && !goesOn(text, end)) {
                return at;
            }
        }
        return first;
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

package dev.lanescope.pipeline.links;

import java.util.Comparator;

/// A link of the site that leads nowhere.
///
/// @param source the page it stands on
/// @param line the line of the page's file on which it is found first, from 1; 0 if it is not found
/// @param destination where it was to lead, as it was written
/// @param why what is wrong with it, in a few words
public record BrokenLink(String source, int line, String destination, String why)
        implements Comparable<BrokenLink> {

    private static final Comparator<BrokenLink> ORDER =
            Comparator.comparing(BrokenLink::source)
                    .thenComparingInt(BrokenLink::line)
                    .thenComparing(BrokenLink::destination)
                    .thenComparing(BrokenLink::why);

    /// By page, then by line.
    @Override
    public int compareTo(BrokenLink other) {
        return ORDER.compare(this, other);
    }

    /// One line for the terminal: `guide/pools.md:12: nowhere.md: there is no ...`.
    @Override
    public String toString() {
        return source + (line == 0 ? "" : ":" + line) + ": " + destination + ": " + why;
    }
}

package dev.lanescope.pipeline.links;

/// A link of the site that leads nowhere.
///
/// @param source the page it stands on
/// @param line the line of the page's file on which it is found first, from 1; 0 if it is not found
/// @param destination where it was to lead, as it was written
/// @param why what is wrong with it, in a few words
public record BrokenLink(String source, int line, String destination, String why)
        implements Comparable<BrokenLink> {

    /// By page, then by line.
    @Override
    public int compareTo(BrokenLink other) {
        int byPlace =
                source.equals(other.source)
                        ? Integer.compare(line, other.line)
                        : source.compareTo(other.source);
        int byPlaceAndLink = byPlace != 0 ? byPlace : destination.compareTo(other.destination);
        return byPlaceAndLink != 0 ? byPlaceAndLink : why.compareTo(other.why);
    }

    /// One line for the terminal: `guide/pools.md:12: nowhere.md: there is no ...`.
    @Override
    public String toString() {
        return source + (line == 0 ? "" : ":" + line) + ": " + destination + ": " + why;
    }
}

package dev.lanescope.ui.timeline;

/// What was chosen on a lane: a span, or a page's whole visit to the lane.
///
/// @param lane number of the lane
/// @param span which span on it; of a page the first of its visit
/// @param isPage whether the page is meant and not the span
public record Chosen(int lane, int span, boolean isPage) {

    /// A span.
    public Chosen(int lane, int span) {
        this(lane, span, false);
    }

    /// The visit that begins with a span.
    public static Chosen page(int lane, int span) {
        return new Chosen(lane, span, true);
    }
}

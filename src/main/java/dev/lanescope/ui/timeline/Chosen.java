package dev.lanescope.ui.timeline;

import dev.lanescope.trace.NestedSlice;

import java.util.Optional;

/// What was chosen on a lane: a span, a page's whole visit to the lane, or a slice of another tool
/// that lies between the two.
///
/// @param lane number of the lane
/// @param span which span on it; of what is longer the first
/// @param isPage whether the page is meant and not the span
/// @param slice the slice, if one is meant
public record Chosen(int lane, int span, boolean isPage, Optional<NestedSlice> slice) {

    /// A span.
    public Chosen(int lane, int span) {
        this(lane, span, false, Optional.empty());
    }

    /// The visit that begins with a span.
    public static Chosen page(int lane, int span) {
        return new Chosen(lane, span, true, Optional.empty());
    }

    /// A slice that begins while a span lasts.
    public static Chosen slice(NestedSlice slice, int span) {
        return new Chosen(slice.lane(), span, false, Optional.of(slice));
    }
}

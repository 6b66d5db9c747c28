package dev.lanescope.trace;

import java.util.List;

/// What somebody wrote down about a stretch of a run, on some of its lanes or on all.
///
/// @param startNanos nanoseconds since the first submit
/// @param endNanos the same as the start for a note on a moment
/// @param text what they wrote; may be empty for a stretch that was only marked
/// @param lanes numbers of the lanes it is about, each once, in ascending order; none if it is
///   about the whole run
public record Note(long startNanos, long endNanos, String text, List<Integer> lanes) {

    public Note {
        if (endNanos < startNanos) {
            throw new IllegalArgumentException("a note that ends before it begins");
        }
        lanes = lanes.stream().distinct().sorted().toList();
        if (!lanes.isEmpty() && lanes.getFirst() < 0) {
            throw new IllegalArgumentException("a note on lane " + lanes.getFirst());
        }
    }

    /// A note on the whole run.
    public Note(long startNanos, long endNanos, String text) {
        this(startNanos, endNanos, text, List.of());
    }

    /// What it is called where nothing may go without a name: its text, or else `note`.
    public String name() {
        return text.isEmpty() ? "note" : text;
    }

    public long nanos() {
        return endNanos - startNanos;
    }

    /// Whether it is about the whole run, and not about some of its lanes.
    public boolean isOnAllLanes() {
        return lanes.isEmpty();
    }
}

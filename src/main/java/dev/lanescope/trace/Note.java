package dev.lanescope.trace;

/// What somebody wrote down about a stretch of a run.
///
/// @param startNanos nanoseconds since the first submit
/// @param endNanos the same as the start for a note on a moment
/// @param text what they wrote; may be empty for a stretch that was only marked
public record Note(long startNanos, long endNanos, String text) {

    public Note {
        if (endNanos < startNanos) {
            throw new IllegalArgumentException("a note that ends before it begins");
        }
    }
}

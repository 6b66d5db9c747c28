package dev.lanescope.chart;

/// The colours of lanes by role, as opaque ARGB. The window has one for each theme; tests have one
/// whose colours are letters.
public interface LanePaint {

    /// Whether a state is shown by a pattern instead of one colour: whatever is not work.
    boolean isHatched(int state);

    /// The colour of a state; of a hatched one, that of its strokes.
    int solid(int state);

    /// The colour of one pixel of a hatched state.
    ///
    /// @param x from the left edge of the picture
    /// @param y from the top of the spans
    int pattern(int state, int x, int y);

    /// What shows where nothing is.
    int ground();

    /// Page bands of items with an even number.
    int band();

    /// Page bands of items with an odd number.
    int bandAlternate();
}

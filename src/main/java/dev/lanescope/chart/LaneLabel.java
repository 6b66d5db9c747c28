package dev.lanescope.chart;

/// A word on a lane.
///
/// @param lane number of the lane
/// @param x where the text begins
/// @param y upper edge of the span or page band it stands on; the text goes to its middle
/// @param width the room for the text; it fits
/// @param height of the span or page band
/// @param text shortened where necessary
/// @param state of the span, which tells the ink; [#ON_BAND] on page bands
public record LaneLabel(
        int lane, double x, double y, double width, double height, String text, int state) {

    /// Instead of a state: the label stands on a page band.
    public static final int ON_BAND = -1;

    public boolean isOnBand() {
        return state == ON_BAND;
    }
}

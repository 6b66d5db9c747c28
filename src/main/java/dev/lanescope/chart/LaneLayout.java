package dev.lanescope.chart;

/// How lanes stand below each other, in pixels. All are equally high, so everything is arithmetic
/// and forty thousand of them cost nothing.
///
/// Heights are counted from the top of the first lane; what is scrolled away is subtracted later,
/// by the [Viewport].
///
/// @param lanes how many
/// @param laneHeight from one lane to the next
/// @param pad above the page band
/// @param bandHeight of the page band; 0 if there is none
/// @param gap between page band and spans
/// @param spanHeight of the spans
public record LaneLayout(
        int lanes, int laneHeight, int pad, int bandHeight, int gap, int spanHeight) {

    public LaneLayout {
        if (lanes < 0 || pad < 0 || bandHeight < 0 || gap < 0 || spanHeight < 1) {
            throw new IllegalArgumentException(
                    lanes + " lanes of " + pad + "+" + bandHeight + "+" + gap + "+" + spanHeight);
        }
        if (laneHeight < pad + bandHeight + gap + spanHeight) {
            throw new IllegalArgumentException(
                    "lanes of height "
                            + laneHeight
                            + " cannot hold "
                            + (pad + bandHeight + gap + spanHeight));
        }
    }

    /// The lanes of the timeline, with page bands.
    public static LaneLayout full(int lanes) {
        return new LaneLayout(lanes, 38, 3, 12, 2, 18);
    }

    /// Lanes with spans only and a line of ground between them: 12 for comparing runs, 4 for the
    /// overview.
    public static LaneLayout compact(int lanes, int laneHeight) {
        int ground = laneHeight < 2 ? 0 : Math.max(1, laneHeight / 6);
        return new LaneLayout(lanes, laneHeight, 0, 0, 0, laneHeight - ground);
    }

    public int contentHeight() {
        return lanes * laneHeight;
    }

    public int top(int lane) {
        return lane * laneHeight;
    }

    public int bandTop(int lane) {
        return top(lane) + pad;
    }

    public int spanTop(int lane) {
        return bandTop(lane) + bandHeight + gap;
    }

    /// The lane at a height; below 0 or beyond the last lane if there is none.
    public int laneAt(double y) {
        return (int) Math.floor(y / laneHeight);
    }

    /// How far one can scroll in a view of the given height.
    public int mostScroll(int viewHeight) {
        return Math.max(0, contentHeight() - viewHeight);
    }

    public int clampScroll(int scroll, int viewHeight) {
        return Math.clamp(scroll, 0, mostScroll(viewHeight));
    }

    /// The scroll nearest to the present one at which the whole lane can be seen.
    public int scrollTo(int lane, int scroll, int viewHeight) {
        int highest = top(lane) + laneHeight - viewHeight;
        return clampScroll(Math.clamp(scroll, Math.min(highest, top(lane)), top(lane)), viewHeight);
    }
}

package dev.lanescope.chart;

/// What a state looks like as a tile: the smallest square of pixels that, laid side by side, gives
/// the picture that a [LanePaint] paints pixel by pixel.
public final class StatePattern {

    private static final int MOST = 24;

    private final LanePaint paint;
    private final int state;
    private final int cell;

    public StatePattern(LanePaint paint, int state) {
        this.paint = paint;
        this.state = state;
        this.cell = paint.isHatched(state) ? period() : 1;
    }

    private int period() {
        int period = 1;
        while (period < MOST && !repeatsAfter(period)) {
            period++;
        }
        return period;
    }

    private boolean repeatsAfter(int period) {
        for (int y = 0; y < MOST; y++) {
            for (int x = 0; x < MOST; x++) {
                int colour = paint.pattern(state, x, y);
                if (colour != paint.pattern(state, x + period, y)
                        || colour != paint.pattern(state, x, y + period)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Side of the tile in pixels; 1 for a state of one colour.
    public int cell() {
        return cell;
    }

    /// The colour of a pixel of the tile.
    public int argb(int x, int y) {
        return paint.isHatched(state) ? paint.pattern(state, x, y) : paint.solid(state);
    }
}

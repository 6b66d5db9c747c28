package dev.lanescope.chart;

import dev.lanescope.trace.State;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/// What a state looks like as a tile: the smallest square of pixels that, laid side by side, gives
/// the picture that a [LanePaint] describes pixel by pixel.
public final class StatePattern {

    /// How many pixels of a row can be had at once.
    static final int STRIP = 128;

    private static final int MOST = 24;

    private final LanePaint paint;
    private final int state;
    private final int cell;
    private final int[][] rows;

    public StatePattern(LanePaint paint, int state) {
        this.paint = paint;
        this.state = state;
        this.cell = paint.isHatched(state) ? period(this::described) : 1;
        this.rows = new int[cell][STRIP + cell];
        for (int y = 0; y < cell; y++) {
            for (int x = 0; x < STRIP + cell; x++) {
                rows[y][x] = described(x % cell, y);
            }
        }
    }

    /// The patterns of all states, by code.
    static List<StatePattern> all(LanePaint paint, List<State> states) {
        return IntStream.range(0, states.size())
                .mapToObj(state -> new StatePattern(paint, state))
                .toList();
    }

    /// After how many pixels a pattern repeats, in both directions.
    public static int period(IntBinaryOperator pattern) {
        int period = 1;
        while (period < MOST && !repeatsAfter(period, pattern)) {
            period++;
        }
        return period;
    }

    private static boolean repeatsAfter(int period, IntBinaryOperator pattern) {
        for (int y = 0; y < MOST; y++) {
            for (int x = 0; x < MOST; x++) {
                int here = pattern.applyAsInt(x, y);
                if (here != pattern.applyAsInt(x + period, y)
                        || here != pattern.applyAsInt(x, y + period)) {
                    return false;
                }
            }
        }
        return true;
    }

    private int described(int x, int y) {
        return paint.isHatched(state) ? paint.pattern(state, x, y) : paint.solid(state);
    }

    /// Side of the tile in pixels; 1 for a state of one colour.
    public int cell() {
        return cell;
    }

    /// The colour of a pixel.
    ///
    /// @param x from the left edge of the picture, at least 0
    /// @param y from where patterns begin, at least 0
    public int argb(int x, int y) {
        return rows[y % cell][x % cell];
    }

    /// The colours of a row: the pixel `x` of the picture, and [#STRIP] from there on, stand at `x`
    /// modulo [#cell] and after it. Not to be written to.
    ///
    /// @param y from where patterns begin, at least 0
    int[] row(int y) {
        return rows[y % cell];
    }

    /// Fills a stretch of a column, from its upper end.
    ///
    /// @param from where in the array the stretch begins; `x` and `y` say where in the picture
    /// @param stride how far apart the pixels lie in the array
    void fillColumn(int[] argb, int from, int to, int stride, int x, int y) {
        int across = cell == 1 ? 0 : x % cell;
        int down = cell == 1 ? 0 : y % cell;
        for (int at = from; at < to; at += stride) {
            argb[at] = rows[down][across];
            down = down == cell - 1 ? 0 : down + 1;
        }
    }
}

package dev.lanescope.chart;

import dev.lanescope.trace.State;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Stacks the states of columns of pixels: work at the bottom, then waiting by kind, idling on top,
/// every state as high as its share. Heights are rounded on the running sum, so no state is off by
/// more than one pixel and all together fill the column exactly.
///
/// In columns high enough for it, work that would round to nothing still gets one pixel: rare short
/// spans must be findable.
///
/// Columns side by side are painted together, row by row from the bottom: pixels are written in the
/// order in which they lie in memory, and each column only remembers in which layer it is. A strip
/// of columns is so narrow that all of this stays in the nearest cache. A few columns are painted
/// one by one, layer by layer.
final class StateStack {

    private static final int HIGH_ENOUGH_FOR_TRACES = 10;
    private static final int STRIP = StatePattern.STRIP;
    private static final int FEW = 16;

    private final List<StatePattern> looks;
    private final int[] order;
    private final int workStates;

    /// The layers of each column from the bottom: where they end above it, and their states. The
    /// last one ends at the top.
    private final int[] ends;

    private final int[] codes;
    private final int[] layer = new int[STRIP];

    /// By state, for the row that is painted.
    private final int[][] colours;

    private final int[] shifts;
    private final int[] row = new int[STRIP];

    StateStack(List<State> states, List<StatePattern> looks) {
        this.looks = looks;
        this.order =
                IntStream.range(0, states.size())
                        .boxed()
                        .sorted(Comparator.comparing(code -> states.get(code).kind()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        this.workStates = (int) states.stream().filter(state -> state.kind().isWork()).count();
        this.ends = new int[STRIP * states.size()];
        this.codes = new int[STRIP * states.size()];
        this.colours = new int[states.size()][];
        this.shifts = new int[states.size()];
    }

    /// @param fromX the first column, within the picture
    /// @param toX the column after the last one
    /// @param top of the columns on the picture
    /// @param nanos by column from 0, and in it by state
    /// @param total by column the sum over its states, above 0
    void paint(
            Picture picture, int fromX, int toX, int top, int height, long[] nanos, long[] total) {
        for (int x = fromX; x < toX; x += STRIP) {
            paintStrip(picture, x, Math.min(toX, x + STRIP), top, height, nanos, total);
        }
    }

    private void paintStrip(
            Picture picture, int fromX, int toX, int top, int height, long[] nanos, long[] total) {
        boolean few = toX - fromX < FEW;
        for (int x = fromX; x < toX; x++) {
            int bottomLayer = (x - fromX) * order.length;
            layer[x - fromX] = bottomLayer;
            stack(x * order.length, bottomLayer, height, total[x], nanos);
            if (few) {
                paintColumn(picture, x, top, height, bottomLayer);
            }
        }
        if (!few) {
            paintRows(picture, fromX, toX, top, height);
        }
    }

    private void paintColumn(Picture picture, int x, int top, int height, int bottomLayer) {
        int below = 0;
        for (int at = bottomLayer; below < height; at++) {
            int bottom = top + height - below;
            below = ends[at];
            picture.fillColumn(x, top + height - below, bottom, looks.get(codes[at]), top);
        }
    }

    private void paintRows(Picture picture, int fromX, int toX, int top, int height) {
        Arrays.setAll(shifts, code -> fromX % looks.get(code).cell());
        int first = Math.max(top, 0);
        for (int y = Math.min(top + height, picture.height()) - 1; y >= first; y--) {
            for (int code : order) {
                colours[code] = looks.get(code).row(y - top);
            }
            colourRow(toX - fromX, top + height - 1 - y);
            picture.set(fromX, y, row, toX - fromX);
        }
    }

    /// Lays a column's states on each other, those that get a pixel.
    private void stack(int from, int bottomLayer, int height, long total, long[] nanos) {
        double pixelsPerNano = (double) height / total;
        int next = bottomLayer;
        int below = 0;
        long sum = 0;
        for (int i = 0; i < order.length; i++) {
            long own = nanos[from + order[i]];
            if (own != 0) {
                sum += own;
                int end = Math.min(height, (int) (sum * pixelsPerNano + 0.5));
                if (end > below) {
                    ends[next] = end;
                    codes[next++] = order[i];
                    below = end;
                }
            }
            if (i == workStates - 1 && sum > 0 && below == 0 && height >= HIGH_ENOUGH_FOR_TRACES) {
                ends[next] = 1;
                codes[next++] = mostWork(from, nanos);
                below = 1;
            }
        }
        ends[next - 1] = height;
    }

    private int mostWork(int from, long[] nanos) {
        int most = order[0];
        for (int i = 1; i < workStates; i++) {
            most = nanos[from + order[i]] > nanos[from + most] ? order[i] : most;
        }
        return most;
    }

    /// A layer is at least one pixel high, hence one step up is enough.
    private void colourRow(int columns, int aboveBottom) {
        for (int column = 0; column < columns; column++) {
            int at = layer[column];
            at += ends[at] <= aboveBottom ? 1 : 0;
            layer[column] = at;
            int code = codes[at];
            row[column] = colours[code][shifts[code] + column];
        }
    }
}

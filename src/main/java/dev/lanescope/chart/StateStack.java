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

    /// All rows of all patterns, one after the other; and by state, where the pixels of the strip
    /// begin in them on the row that is painted.
    private final int[] colours;

    private final int[] firstRows;
    private final int[] begins;
    private final int[] hatched;
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
        this.hatched = Arrays.stream(order).filter(code -> looks.get(code).cell() > 1).toArray();
        this.begins = new int[states.size()];
        this.firstRows = new int[states.size()];
        int places = 0;
        for (int code = 0; code < states.size(); code++) {
            firstRows[code] = places;
            places += looks.get(code).cell() * length(code);
        }
        this.colours = new int[places];
        for (int code = 0; code < states.size(); code++) {
            for (int y = 0; y < looks.get(code).cell(); y++) {
                int at = firstRows[code] + y * length(code);
                System.arraycopy(looks.get(code).row(y), 0, colours, at, length(code));
            }
        }
    }

    private int length(int code) {
        return STRIP + looks.get(code).cell();
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
        System.arraycopy(firstRows, 0, begins, 0, begins.length);
        int first = Math.max(top, 0);
        for (int y = Math.min(top + height, picture.height()) - 1; y >= first; y--) {
            for (int code : hatched) {
                int cell = looks.get(code).cell();
                begins[code] = firstRows[code] + (y - top) % cell * length(code) + fromX % cell;
            }
            colourRow(toX - fromX, top + height - 1 - y);
            picture.set(fromX, y, row, toX - fromX);
        }
    }

    /// Lays a column's states on each other, those that get a pixel. A state that gets none is
    /// written where the next one will be: whether it does cannot be guessed, so nothing depends on
    /// it but where that is. Once the top is reached, none of the others gets one.
    private void stack(int from, int bottomLayer, int height, long total, long[] nanos) {
        double pixelsPerNano = (double) height / total;
        int[] inOrder = order;
        int[] tops = ends;
        int[] states = codes;
        int next = bottomLayer;
        int below = 0;
        long sum = 0;
        int i = 0;
        for (; i < workStates && below < height; i++) {
            long own = nanos[from + inOrder[i]];
            if (own != 0) {
                sum += own;
                int end = (int) (sum * pixelsPerNano + 0.5);
                tops[next] = end;
                states[next] = inOrder[i];
                next += end > below ? 1 : 0;
                below = end;
            }
        }
        if (sum > 0 && below == 0 && height >= HIGH_ENOUGH_FOR_TRACES) {
            ends[next] = 1;
            codes[next++] = mostWork(from, nanos);
            below = 1;
        }
        for (; i < inOrder.length && below < height; i++) {
            long own = nanos[from + inOrder[i]];
            if (own != 0) {
                sum += own;
                int end = Math.max(below, (int) (sum * pixelsPerNano + 0.5));
                tops[next] = end;
                states[next] = inOrder[i];
                next += end > below ? 1 : 0;
                below = end;
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
        int[] tops = ends;
        int[] layers = layer;
        for (int column = 0; column < columns; column++) {
            int at = layers[column];
            at += tops[at] <= aboveBottom ? 1 : 0;
            layers[column] = at;
            row[column] = colours[begins[codes[at]] + column];
        }
    }
}

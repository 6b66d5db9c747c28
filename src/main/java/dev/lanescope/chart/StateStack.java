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
/// Neighbouring columns are painted together, row by row from the bottom: pixels are written in the
/// order in which they lie in memory, and each column only remembers at which state it is. A strip
/// of [#STRIP] columns is so narrow that all of this stays in the nearest cache.
final class StateStack {

    private static final int HIGH_ENOUGH_FOR_TRACES = 10;
    private static final int STRIP = 64;

    private final int[] order;
    private final int workStates;
    private final LanePaint paint;
    private final int[] upTo;
    private final int[] at = new int[STRIP];

    StateStack(List<State> states, LanePaint paint) {
        this.order =
                IntStream.range(0, states.size())
                        .boxed()
                        .sorted(Comparator.comparing(code -> states.get(code).kind()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        this.workStates = (int) states.stream().filter(state -> state.kind().isWork()).count();
        this.paint = paint;
        this.upTo = new int[STRIP * states.size()];
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
        int states = order.length;
        for (int x = fromX; x < toX; x++) {
            stack(x * states, (x - fromX) * states, (double) height / total[x], nanos);
        }
        Arrays.fill(at, 0);
        int first = Math.max(top, 0);
        for (int y = Math.min(top + height, picture.height()) - 1; y >= first; y--) {
            paintRow(picture, fromX, toX, y, top, top + height - 1 - y);
        }
        if (height >= HIGH_ENOUGH_FOR_TRACES) {
            for (int x = fromX; x < toX; x++) {
                paintTrace(picture, x, top + height - 1, top, nanos, (x - fromX) * states);
            }
        }
    }

    private void stack(int row, int place, double scale, long[] nanos) {
        long sum = 0;
        for (int i = 0; i < order.length; i++) {
            sum += nanos[row + order[i]];
            upTo[place + i] = (int) (sum * scale + 0.5);
        }
    }

    private void paintRow(Picture picture, int fromX, int toX, int y, int top, int aboveBottom) {
        int states = order.length;
        for (int x = fromX; x < toX; x++) {
            int column = x - fromX;
            int state = at[column];
            while (state < states - 1 && upTo[column * states + state] <= aboveBottom) {
                state++;
            }
            at[column] = state;
            int code = order[state];
            picture.set(
                    x,
                    y,
                    paint.isHatched(code) ? paint.pattern(code, x, y - top) : paint.solid(code));
        }
    }

    private void paintTrace(Picture picture, int x, int y, int top, long[] nanos, int place) {
        if (workStates == 0 || upTo[place + workStates - 1] > 0) {
            return;
        }
        int row = x * order.length;
        int most = order[0];
        for (int i = 1; i < workStates; i++) {
            most = nanos[row + order[i]] > nanos[row + most] ? order[i] : most;
        }
        if (nanos[row + most] > 0) {
            picture.fill(x, y, x + 1, y + 1, paint, most, top);
        }
    }
}

package dev.lanescope.chart;

import dev.lanescope.trace.State;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Stacks the states of one column of pixels: work at the bottom, then waiting by kind, idling on
/// top, every state as high as its share. Heights are rounded on the running sum, so no state is
/// off by more than one pixel and all together fill the column exactly.
///
/// In columns high enough for it, work that would round to nothing still gets one pixel: rare short
/// spans must be findable.
final class StateStack {

    private static final int HIGH_ENOUGH_FOR_TRACES = 10;

    private final int[] order;
    private final int workStates;
    private final LanePaint paint;

    StateStack(List<State> states, LanePaint paint) {
        this.order =
                IntStream.range(0, states.size())
                        .boxed()
                        .sorted(Comparator.comparing(code -> states.get(code).kind()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        this.workStates = (int) states.stream().filter(state -> state.kind().isWork()).count();
        this.paint = paint;
    }

    /// @param top of the column on the picture
    /// @param nanos holds the time of each state from `offset` on
    /// @param total their sum, above 0
    void paint(Picture picture, int x, int top, int height, long[] nanos, int offset, long total) {
        double scale = (double) height / total;
        int painted = 0;
        long sum = 0;
        for (int place = 0; place < order.length; place++) {
            int code = order[place];
            long its = nanos[offset + code];
            if (its > 0) {
                sum += its;
                int upTo = (int) (sum * scale + 0.5);
                if (upTo > painted) {
                    int bottom = top + height;
                    picture.fillColumn(x, bottom - upTo, bottom - painted, paint, code, top);
                    painted = upTo;
                }
            }
            boolean lost = sum > 0 && painted == 0 && height >= HIGH_ENOUGH_FOR_TRACES;
            if (lost && place == workStates - 1) {
                int most = mostWork(nanos, offset);
                picture.fillColumn(x, top + height - 1, top + height, paint, most, top);
                painted = 1;
            }
        }
    }

    private int mostWork(long[] nanos, int offset) {
        int most = order[0];
        for (int place = 1; place < workStates; place++) {
            most = nanos[offset + order[place]] > nanos[offset + most] ? order[place] : most;
        }
        return most;
    }
}

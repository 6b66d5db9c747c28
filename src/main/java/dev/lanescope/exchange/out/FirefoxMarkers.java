package dev.lanescope.exchange.out;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.RunInfo;

import java.io.IOException;

/// The markers of a lane: its spans and the stays of items, always in the same order. The profile
/// wants them column by column, so they are gone through once a column instead of being collected.
///
/// The name of a span's marker is the code of its state; that of a stay is the number after the
/// last state.
record FirefoxMarkers(LaneView lane, RunInfo info) {

    /// One marker.
    interface Cell {
        /// Writes one column's value of a marker.
        ///
        /// @param span the marker's span; of a stay its first one
        void write(int name, long startNanos, long endNanos, int span);
    }

    void each(Cell cell) throws IOException {
        int stay = info.states().size();
        LaneWalk.along(
                lane,
                new LaneWalk.Listener() {
                    private int next;

                    @Override
                    public void stayBegins(int item, long startNanos, long endNanos) {
                        cell.write(stay, startNanos, endNanos, next);
                    }

                    @Override
                    public void span(int index) {
                        cell.write(
                                lane.state(index),
                                lane.startNanos(index),
                                lane.endNanos(index),
                                index);
                        next = index + 1;
                    }

                    @Override
                    public void stayEnds(int item, long endNanos) {
                        // its beginning told
                    }
                });
    }

    boolean isStay(int name) {
        return name == info.states().size();
    }

    int category(int name) {
        return isStay(name)
                ? FirefoxCategory.OTHER.ordinal()
                : FirefoxCategory.of(info.states().get(name).kind()).ordinal();
    }
}

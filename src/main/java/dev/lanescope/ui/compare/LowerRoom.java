package dev.lanescope.ui.compare;

import java.util.function.DoubleConsumer;

/// How much room the tables below the compared lanes have, as somebody wants it who moves their
/// divider by keys. Whoever shows the divider listens.
public final class LowerRoom {

    private static final double STEP = 40;

    private DoubleConsumer divider = _ -> {};

    /// Makes somebody move the divider.
    ///
    /// @param moves told by how many pixels the tables are to be higher
    void listen(DoubleConsumer moves) {
        divider = moves;
    }

    /// Gives the tables more room.
    public void more() {
        divider.accept(STEP);
    }

    /// Gives the lanes more room.
    public void less() {
        divider.accept(-STEP);
    }
}

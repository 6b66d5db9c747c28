package dev.lanescope.concurrency.isolated.inside;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Waiting;

/// What a lane is told, as one number, which means the same on both sides: a stage in the upper
/// half and an item in the lower, or a reason to wait in the lower alone.
public final class LaneWord {

    private static final Waiting[] WAITINGS = Waiting.values();
    private static final long WAITS = -1;

    private LaneWord() {}

    static long waits(Waiting what) {
        return WAITS << Integer.SIZE | what.ordinal();
    }

    static long works(int item, int stage) {
        return (long) stage << Integer.SIZE | item;
    }

    /// Says to a lane what the number means.
    public static void say(long word, LaneObserver lane) {
        int upper = (int) (word >> Integer.SIZE);
        int lower = (int) word;
        if (upper == WAITS) {
            lane.waits(WAITINGS[lower]);
        } else {
            lane.works(lower, upper);
        }
    }
}

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

    /// Whether it is about an item, and a stage that this passes.
    public static boolean works(long word) {
        return word >> Integer.SIZE != WAITS;
    }

    /// The item that it is about.
    public static int item(long word) {
        return (int) word;
    }

    /// The stage that it is about.
    public static int stage(long word) {
        return (int) (word >> Integer.SIZE);
    }

    /// Whether it says that a lock is waited for.
    public static boolean isForLock(long word) {
        return word == waits(Waiting.FOR_LOCK);
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

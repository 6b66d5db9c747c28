package dev.lanescope.analysis;

/// Steps that people count in: 1, 2 and 5 times a power of ten.
public final class NiceStep {

    private static final long LARGEST = 5_000_000_000_000_000_000L;

    private NiceStep() {}

    /// The smallest nice step that is not below the given one; at least 1, at most 5 x 10^18.
    public static long atLeast(double least) {
        long step = 1;
        while (step < least && step < LARGEST) {
            step = next(step);
        }
        return step;
    }

    /// The nice step after a nice step.
    public static long next(long step) {
        return isTwo(step) ? step / 2 * 5 : step * 2;
    }

    private static boolean isTwo(long step) {
        long rest = step;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 2;
    }
}

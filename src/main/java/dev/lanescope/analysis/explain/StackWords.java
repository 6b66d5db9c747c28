package dev.lanescope.analysis.explain;

import java.util.List;

/// What the lines of several stacks side by side are called, in the window, in reports and in the
/// terminal alike.
///
/// Below the sum of the parts stands what was left out of the useful work, and what both come to,
/// but only where that is worth saying of one of the stacks.
public final class StackWords {

    /// The line with what was left out.
    public static final String LEFT_OUT = "left out: longer start";

    /// The line with the useful work and what was left out.
    public static final String WITH_LEFT_OUT = "speed-up with it";

    private StackWords() {}

    /// Whether something was left out of one of the stacks.
    public static boolean isMuchLeftOut(List<SpeedUpStack> stacks) {
        return stacks.stream().anyMatch(SpeedUpStack::isMuchLeftOut);
    }

    /// The useful work is the speed-up only where nothing was left out of it.
    public static String useful(List<SpeedUpStack> stacks) {
        String title = StackPart.USEFUL.title();
        return isMuchLeftOut(stacks) ? title : title + " = speed-up";
    }

    /// The same in a sentence.
    public static String usefulSentence(List<SpeedUpStack> stacks) {
        return isMuchLeftOut(stacks)
                ? "Useful work is the speed-up without what is left out of it; the last line is"
                        + " with it."
                : "Useful work is the speed-up.";
    }
}

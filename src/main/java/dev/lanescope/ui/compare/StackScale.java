package dev.lanescope.ui.compare;

import dev.lanescope.analysis.explain.SpeedUpStack;

import java.util.List;

/// What the height of a speed-up stack stands for. It matters where runs differ in their lanes: a
/// staged pipeline with sixteen lanes would leave no room for those with two.
enum StackScale {
    LANES("Lanes", "All stacks on one scale: each is as high as it has lanes"),
    SHARES("Shares", "All stacks of one height: each is the whole time of its lanes");

    private final String title;
    private final String sentence;

    StackScale(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    String title() {
        return title;
    }

    String sentence() {
        return sentence;
    }

    /// The one that shows most of these: shares if they differ in their lanes.
    static StackScale fitting(List<SpeedUpStack> stacks) {
        return differ(stacks) ? SHARES : LANES;
    }

    /// Whether there is anything to choose.
    static boolean differ(List<SpeedUpStack> stacks) {
        return stacks.stream().map(SpeedUpStack::lanes).distinct().count() > 1;
    }

    /// A height in units of lanes, on this scale.
    double of(double inLanes, SpeedUpStack stack) {
        return this == LANES ? inLanes : inLanes / Math.max(1, stack.lanes());
    }

    /// The highest value that must fit.
    double most(List<SpeedUpStack> stacks) {
        return this == SHARES ? 1 : stacks.stream().mapToInt(SpeedUpStack::lanes).max().orElse(1);
    }
}

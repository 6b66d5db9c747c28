package dev.lanescope.analysis;

import java.util.List;

/// One frame of a flame graph of stages: some lane time, and what it consists of.
///
/// @param level what the frame stands for
/// @param name what people read on it
/// @param state code of the state it is part of, or [#NONE]
/// @param item index of the item it stands for, or [#NONE]
/// @param nanos lane time; never less than that of its children together
/// @param children from left to right
public record FlameFrame(
        Level level, String name, int state, int item, long nanos, List<FlameFrame> children) {

    /// Instead of a state or an item.
    public static final int NONE = -1;

    /// What a frame stands for, from the ground up.
    public enum Level {
        /// All lane time.
        ALL,
        /// One phase of the run.
        PHASE,
        /// Work, or waiting.
        PURPOSE,
        /// A stage, or a reason to wait.
        STATE,
        /// An item; above a reason to wait, the stage that came next.
        DETAIL,
        /// Many small frames in one.
        REST
    }

    public FlameFrame {
        children = List.copyOf(children);
    }

    /// How many frames lie on top of each other at most, this one included.
    public int depth() {
        return 1 + children.stream().mapToInt(FlameFrame::depth).max().orElse(0);
    }
}

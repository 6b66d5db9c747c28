package dev.lanescope.analysis.scaling;

import java.util.OptionalInt;

/// A rule that says how many workers to take without measuring any.
///
/// @param title the rule, e.g. `min(32, cores + 4)`
/// @param source who says so
/// @param workers what it chooses here; empty if it cannot tell
/// @param why what that rests on, or why it cannot tell; a part of a sentence, may be empty
public record RuleOfThumb(String title, String source, OptionalInt workers, String why) {

    public RuleOfThumb {
        if (workers.isPresent() && workers.getAsInt() < 1) {
            throw new IllegalArgumentException(title + " chooses " + workers.getAsInt());
        }
        if (workers.isEmpty() && why.isEmpty()) {
            throw new IllegalArgumentException(title + " chooses nothing and says nothing");
        }
    }

    public static RuleOfThumb of(String title, String source, int workers) {
        return new RuleOfThumb(title, source, OptionalInt.of(workers), "");
    }
}

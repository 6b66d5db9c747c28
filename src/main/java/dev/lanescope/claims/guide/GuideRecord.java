package dev.lanescope.claims.guide;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The time that was spent on a guide with one folder. What was found stands in the evidence, so
/// without this nothing but these times is lost.
///
/// @param steps by the id of the step
/// @param complaint why what was kept could not be read, in a sentence
public record GuideRecord(Map<String, Spent> steps, Optional<String> complaint) {

    /// Nothing yet.
    public static final GuideRecord NEW = new GuideRecord(Map.of(), Optional.empty());

    /// What was spent on a step.
    ///
    /// @param took in all
    /// @param tries how many came to their end
    /// @param cutOff when one began that has not come to its end
    public record Spent(Duration took, int tries, Optional<Instant> cutOff) {

        static final Spent NOTHING = new Spent(Duration.ZERO, 0, Optional.empty());

        public Spent {
            if (took.isNegative() || tries < 0) {
                throw new IllegalArgumentException(took + " in " + tries + " tries");
            }
        }
    }

    public GuideRecord {
        steps = Map.copyOf(steps);
    }

    /// What was spent on a step.
    public Spent of(Step step) {
        return steps.getOrDefault(step.id(), Spent.NOTHING);
    }

    GuideRecord begun(Step step, Instant when) {
        Spent before = of(step);
        return with(step, new Spent(before.took(), before.tries(), Optional.of(when)));
    }

    /// @param whole whether it came to its end and was not stopped
    GuideRecord ended(Step step, Duration took, boolean whole) {
        Spent before = of(step);
        return with(
                step,
                new Spent(
                        before.took().plus(took),
                        before.tries() + (whole ? 1 : 0),
                        Optional.empty()));
    }

    private GuideRecord with(Step step, Spent spent) {
        Map<String, Spent> all = new HashMap<>(steps);
        all.put(step.id(), spent);
        return new GuideRecord(all, complaint);
    }
}

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
    /// @param took the last try that came to its end, whose figures count; zero if none did
    /// @param besides all other tries: those that were stopped, and those that were done again
    /// @param tries how many came to their end
    /// @param cutOff when one began that has not come to its end
    public record Spent(Duration took, Duration besides, int tries, Optional<Instant> cutOff) {

        static final Spent NOTHING = new Spent(Duration.ZERO, Duration.ZERO, 0, Optional.empty());

        public Spent {
            if (took.isNegative() || besides.isNegative() || tries < 0) {
                throw new IllegalArgumentException(
                        took + " and " + besides + " in " + tries + " tries");
            }
        }

        /// E.g. `took 2 min 41 s here, and 30 s in other tries`; empty if nothing was spent.
        public String words() {
            if (tries > 0) {
                return "took "
                        + GuidePaper.time(took)
                        + " here"
                        + (besides.isZero()
                                ? ""
                                : ", and " + GuidePaper.time(besides) + " in other tries");
            }
            return besides.isZero()
                    ? ""
                    : "took " + GuidePaper.time(besides) + " here in tries that were stopped";
        }

        /// Both together.
        Spent plus(Spent other) {
            return new Spent(
                    took.plus(other.took),
                    besides.plus(other.besides),
                    tries + other.tries,
                    cutOff.or(other::cutOff));
        }

        private Spent ended(Duration now, boolean whole) {
            return whole
                    ? new Spent(now, besides.plus(took), tries + 1, Optional.empty())
                    : new Spent(took, besides.plus(now), tries, Optional.empty());
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
        return with(
                step,
                new Spent(before.took(), before.besides(), before.tries(), Optional.of(when)));
    }

    /// @param whole whether it came to its end and was not stopped
    GuideRecord ended(Step step, Duration took, boolean whole) {
        return with(step, of(step).ended(took, whole));
    }

    private GuideRecord with(Step step, Spent spent) {
        Map<String, Spent> all = new HashMap<>(steps);
        all.put(step.id(), spent);
        return new GuideRecord(all, complaint);
    }
}

package dev.lanescope.analysis.compare;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A stage of work on which a setting spends more than it did, over all lanes and by the medians.
///
/// @param stage its name, e.g. `parse`
public record GrownStage(String stage, double thenNanos, double nowNanos) {

    /// The one that grew most; empty if none did.
    public static Optional<GrownStage> most(Contender then, Contender now) {
        return now.info().states().stream()
                .filter(state -> state.kind().isWork())
                .map(State::name)
                .distinct()
                .map(name -> new GrownStage(name, median(then, name), median(now, name)))
                .filter(stage -> stage.grownNanos() > 0)
                .max(Comparator.comparingDouble(GrownStage::grownNanos));
    }

    /// By how much, in nanoseconds of lane time.
    public double grownNanos() {
        return nowNanos - thenNanos;
    }

    private static double median(Contender setting, String stage) {
        return Bootstrap.median(
                setting.runs().stream().mapToDouble(run -> nanos(run, stage)).toArray());
    }

    private static double nanos(Snapshot run, String stage) {
        LaneTime time = LaneTime.of(run);
        List<State> states = run.info().states();
        double sum = 0;
        for (int state = 0; state < states.size(); state++) {
            sum += states.get(state).name().equals(stage) ? time.nanos(state) : 0;
        }
        return sum;
    }
}

package dev.lanescope.claims;

import java.util.List;
import java.util.Optional;

/// Something that somebody else said, and how it is tested. It is never a result of ours.
///
/// @param id for commands
/// @param words what is claimed, in our own words
/// @param by who claims it, and on what
/// @param elsewhere what others measured, as they told it; may be empty
/// @param experiments what is done, one after the other
/// @param rule when it counts as confirmed or refuted
public record Claim(
        String id,
        String words,
        String by,
        String elsewhere,
        List<ClaimExperiment> experiments,
        ClaimRule rule) {

    public Claim {
        experiments = List.copyOf(experiments);
        if (!id.matches("[a-z0-9-]{3,40}") || words.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException("a claim " + id);
        }
        if (experiments.isEmpty()) {
            throw new IllegalArgumentException(id + " has no experiment");
        }
    }

    /// Why it cannot be tested here; empty if it can.
    public Optional<String> obstacle(Here here) {
        return experiments.stream().flatMap(each -> each.obstacle(here).stream()).findFirst();
    }

    /// What is known of it.
    ///
    /// @param readings those that count here
    public ClaimState state(Here here, List<Reading> readings) {
        ClaimState judged = rule.judge(readings);
        Optional<String> obstacle = obstacle(here);
        boolean open = judged instanceof ClaimState.Undecided;
        return open && obstacle.isPresent() ? new ClaimState.NotTestable(obstacle.get()) : judged;
    }
}

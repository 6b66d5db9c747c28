package dev.lanescope.claims.evidence;

import dev.lanescope.claims.Claim;
import dev.lanescope.claims.ClaimState;
import dev.lanescope.claims.Condition;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Measure;
import dev.lanescope.claims.Outcome;
import dev.lanescope.claims.Reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A claim with what is known of it here.
///
/// Of each measure the [Newest] readings count.
///
/// @param readings those that decided
/// @param from where they come from
/// @param cautions what weakens them, in sentences
public record ClaimCard(
        Claim claim,
        ClaimState state,
        List<Reading> readings,
        List<Evidence> from,
        Set<String> cautions) {

    private static final Set<String> OF = Set.of("python-interpreters", "isolated");
    private static final Set<String> OVER = Set.of("python-threads", "fixed-pool");

    public ClaimCard {
        readings = List.copyOf(readings);
        from = List.copyOf(from);
        cautions = Set.copyOf(cautions);
    }

    /// The card of a claim.
    ///
    /// @param evidence all there is, in any order
    public static ClaimCard of(Claim claim, Here here, List<Evidence> evidence) {
        var newest = new Newest(here, evidence);
        List<Reading> readings = new ArrayList<>();
        var from = new LinkedHashSet<Evidence>();
        for (Condition condition : claim.rule().conditions()) {
            String key = condition.measure().key();
            newest.of(key).ifPresent(from::add);
            readings.addAll(newest.readings(key));
        }
        var cautions = new LinkedHashSet<String>();
        from.forEach(each -> cautions.addAll(each.cautions()));
        return new ClaimCard(
                claim, claim.state(here, readings), readings, List.copyOf(from), cautions);
    }

    /// Where the readings come from, e.g. `rust-book, 112 pages, 2026-11-22 12:04`; empty if there
    /// are none.
    public String fromWords() {
        return String.join("; ", from.stream().map(Evidence::words).toList());
    }

    /// In which of the outcomes that were expected it ended; empty if it is not about interpreters
    /// and threads, has not been studied, or its interval does not tell.
    public Optional<Outcome> outcome() {
        return claim.rule().conditions().stream()
                .map(Condition::measure)
                .filter(Measure.SpeedUp.class::isInstance)
                .map(Measure.SpeedUp.class::cast)
                .filter(each -> OF.contains(each.of().model()))
                .filter(each -> OVER.contains(each.over().model()))
                .flatMap(each ->
                        readings.stream().filter(reading -> reading.key().equals(each.key())))
                .findFirst()
                .flatMap(Outcome::of);
    }
}

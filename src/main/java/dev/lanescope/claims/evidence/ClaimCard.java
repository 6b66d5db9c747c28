package dev.lanescope.claims.evidence;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.claims.Claim;
import dev.lanescope.claims.ClaimState;
import dev.lanescope.claims.Condition;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Measure;
import dev.lanescope.claims.Outcome;
import dev.lanescope.claims.Reading;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A claim with what is known of it here.
///
/// Of each measure the newest readings of this machine count: those of the open folder, and only if
/// there are none, those of another one. Readings with too few repeats do not replace those with
/// enough. Readings of other machines count for nothing.
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

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    public ClaimCard {
        readings = List.copyOf(readings);
        from = List.copyOf(from);
        cautions = Set.copyOf(cautions);
    }

    /// The card of a claim.
    ///
    /// @param evidence all there is, in any order
    public static ClaimCard of(Claim claim, Here here, List<Evidence> evidence) {
        List<Reading> readings = new ArrayList<>();
        var from = new LinkedHashSet<Evidence>();
        for (Condition condition : claim.rule().conditions()) {
            String key = condition.measure().key();
            newest(key, here, evidence)
                    .ifPresent(each -> {
                        from.add(each);
                        each.readings().stream()
                                .filter(reading -> reading.key().equals(key))
                                .forEach(readings::add);
                    });
        }
        var cautions = new LinkedHashSet<String>();
        from.forEach(each -> cautions.addAll(each.cautions()));
        return new ClaimCard(
                claim, claim.state(here, readings), readings, List.copyOf(from), cautions);
    }

    /// Which of all evidence counts here for a key.
    public static Optional<Evidence> newest(String key, Here here, List<Evidence> evidence) {
        List<Evidence> known =
                evidence.stream()
                        .filter(each -> each.isOfMachine(here))
                        .filter(each ->
                                each.readings().stream()
                                        .anyMatch(reading -> reading.key().equals(key)))
                        .toList();
        return known.stream()
                .max(
                        Comparator.comparing((Evidence each) -> each.isOfContent(here))
                                .thenComparing(each -> isSure(each, key))
                                .thenComparing(Evidence::when));
    }

    /// Of every key what counts here, as it does for claims.
    public static List<Reading> readings(Here here, List<Evidence> evidence) {
        return evidence.stream()
                .flatMap(each -> each.readings().stream())
                .map(Reading::key)
                .distinct()
                .flatMap(key ->
                        newest(key, here, evidence).stream()
                                .flatMap(each ->
                                        each.readings().stream()
                                                .filter(reading -> reading.key().equals(key))))
                .toList();
    }

    private static boolean isSure(Evidence evidence, String key) {
        return evidence.readings().stream()
                .filter(each -> each.key().equals(key))
                .allMatch(Reading::isSure);
    }

    /// Where the readings come from, e.g. `rust-book, 112 pages, 2026-11-22 12:04`; empty if there
    /// are none.
    public String fromWords() {
        return String.join(
                "; ",
                from.stream()
                        .map(each ->
                                each.content()
                                        + ", "
                                        + Amounts.pages(each.pages())
                                        + ", "
                                        + WHEN.format(each.when().atZone(ZoneId.systemDefault())))
                        .toList());
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

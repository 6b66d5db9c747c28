package dev.lanescope.claims;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.claims.Band.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// When a claim counts as confirmed, and when as refuted. All conditions have to be so; the whole
/// 95 % interval of every reading decides, as in a comparison's verdict.
///
/// One condition that is shown to be otherwise refutes, whatever the others are. With none refuted,
/// one that is open leaves the claim undecided.
public record ClaimRule(List<Condition> conditions) {

    public ClaimRule {
        conditions = List.copyOf(conditions);
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("a rule without a condition");
        }
    }

    static ClaimRule of(Measure measure, Band band) {
        return new ClaimRule(List.of(new Condition(measure, band)));
    }

    /// What came of a claim.
    ///
    /// @param readings at most one set for each measure; those of other measures are left aside
    public ClaimState judge(List<Reading> readings) {
        List<String> inside = new ArrayList<>();
        List<String> outside = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<String> unmeasured = new ArrayList<>();
        List<OptionalInt> missing = new ArrayList<>();
        for (Condition condition : conditions) {
            List<Reading> mine = condition.in(readings);
            if (mine.isEmpty()) {
                unmeasured.add(condition.measure().title());
            }
            for (Reading reading : mine) {
                switch (condition.band().place(reading)) {
                    case INSIDE -> inside.add(words(reading, condition, Place.INSIDE));
                    case OUTSIDE -> outside.add(words(reading, condition, Place.OUTSIDE));
                    case OPEN -> {
                        open.add(words(reading, condition, Place.OPEN));
                        missing.add(condition.band().missing(reading));
                    }
                }
            }
        }
        if (!outside.isEmpty()) {
            return new ClaimState.Refuted(String.join(" ", outside));
        }
        if (open.isEmpty() && unmeasured.isEmpty()) {
            return new ClaimState.Confirmed(String.join(" ", inside));
        }
        return undecided(open, unmeasured, missing);
    }

    private static ClaimState undecided(
            List<String> open, List<String> unmeasured, List<OptionalInt> missing) {
        List<String> why = new ArrayList<>(open);
        if (!unmeasured.isEmpty()) {
            why.add("Not measured here yet: " + String.join("; ", unmeasured) + ".");
        }
        if (missing.isEmpty()) {
            return new ClaimState.Undecided(String.join(" ", why), OptionalInt.empty());
        }
        if (missing.stream().anyMatch(OptionalInt::isEmpty)) {
            why.add(
                    "The figure lies so near an edge that "
                            + Amounts.count(Band.MOST_REPEATS, "repeat")
                            + " would not decide it.");
            return new ClaimState.Undecided(String.join(" ", why), OptionalInt.empty());
        }
        int most = missing.stream().mapToInt(OptionalInt::getAsInt).max().orElseThrow();
        why.add("About " + Amounts.count(most, "more repeat") + " of each would decide it.");
        return new ClaimState.Undecided(String.join(" ", why), OptionalInt.of(most));
    }

    private static String words(Reading reading, Condition condition, Place place) {
        String said = condition.claimed();
        String lies =
                switch (place) {
                    case INSIDE -> reading.isCounted() ? "as claimed" : "all of it as claimed";
                    case OUTSIDE ->
                            reading.low() > condition.band().high()
                                    ? "all of it more than claimed"
                                    : "all of it less than claimed";
                    case OPEN ->
                            reading.isSure()
                                    ? "partly in and partly out"
                                    : Amounts.count(reading.repeats(), "repeat")
                                            + ", too few for an interval";
                };
        return reading.what()
                + ": "
                + reading.words()
                + condition.measure().unit()
                + ", claimed is "
                + said
                + ": "
                + lies
                + ".";
    }

    /// The rule in words.
    public String words() {
        String all = conditions.stream().map(Condition::words).collect(Collectors.joining("; "));
        boolean counted = conditions.stream().allMatch(each -> each.measure().isCounted());
        return all
                + ". "
                + (counted
                        ? "It is counted, so one trial of each decides."
                        : "Confirmed if each whole 95 % interval lies there, refuted if one lies"
                                + " wholly elsewhere, otherwise undecided; an interval takes at"
                                + " least 5 repeats, more if several have to hold together.");
    }
}

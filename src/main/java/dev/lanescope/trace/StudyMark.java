package dev.lanescope.trace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which study a run belongs to. It stands among the run's facts, and so in its trace and in every
/// bundle: a study stays one after a restart, and what is measured later is no part of it.
///
/// Example: `5f2c71a9, round 2 of 5`.
///
/// @param id eight hexadecimal digits, one for each study that was ever carried out
/// @param round of it, from 1
/// @param rounds how many were asked for
public record StudyMark(String id, int round, int rounds) {

    /// The name of the fact.
    public static final String NAME = "Study";

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}), round ([0-9]{1,5}) of ([0-9]{1,5})");

    /// As a trace tells it; empty for a run that belongs to none.
    public static Optional<StudyMark> of(RunInfo info) {
        return info.facts().stream()
                .filter(fact -> fact.name().equals(NAME))
                .map(fact -> FORM.matcher(fact.value()))
                .filter(Matcher::matches)
                .map(told ->
                        new StudyMark(
                                told.group(1),
                                Integer.parseInt(told.group(2)),
                                Integer.parseInt(told.group(3))))
                .findFirst();
    }

    /// The id of a run's study; empty words for a run that belongs to none.
    public static String idOf(RunInfo info) {
        return of(info).map(StudyMark::id).orElse("");
    }

    public Fact fact() {
        return new Fact(NAME, id + ", round " + round + " of " + rounds);
    }
}

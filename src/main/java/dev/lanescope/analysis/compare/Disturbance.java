package dev.lanescope.analysis.compare;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.StudyMark;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What other programs used of the machine while a run went on. Traces tell it of runs on Linux
/// that used the processors for half a second or more.
public final class Disturbance {

    /// From here on a run counts as disturbed.
    public static final double DISTURBING = 0.05;

    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,9})?) %.*");

    private Disturbance() {}

    /// Their share of all processors' time, 0 to 1; empty if the trace does not tell.
    public static OptionalDouble share(Snapshot run) {
        return run.info().facts().stream()
                .filter(fact -> fact.name().equals("CPU used by others"))
                .map(Fact::value)
                .map(PERCENT::matcher)
                .filter(Matcher::matches)
                .mapToDouble(told -> Double.parseDouble(told.group(1)) / 100)
                .findFirst();
    }

    /// How many runs were disturbed.
    static long disturbed(List<Snapshot> runs) {
        return runs.stream().filter(run -> share(run).orElse(0) >= DISTURBING).count();
    }

    /// Which of its runs were disturbed, by their rounds, or by their places where they belong to
    /// no study; e.g. `2, 4`, empty if none was, as far as it is known.
    public static String which(Contender contender) {
        List<Snapshot> runs = contender.runs();
        return IntStream.range(0, runs.size())
                .filter(run -> share(runs.get(run)).orElse(0) >= DISTURBING)
                .map(run ->
                        StudyMark.of(runs.get(run).info()).map(StudyMark::round).orElse(run + 1))
                .sorted()
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    /// The most that others used during one of its runs, and how many runs that disturbed; e.g. `at
    /// most 31.0%, 2 of 5 runs disturbed`, or `not known`.
    public static String words(Contender contender) {
        List<Snapshot> runs = contender.runs();
        OptionalDouble most = runs.stream().flatMapToDouble(run -> share(run).stream()).max();
        if (most.isEmpty()) {
            return "not known";
        }
        long disturbed = disturbed(runs);
        return "at most "
                + Amounts.percent(most.getAsDouble())
                + (disturbed == 0
                        ? ""
                        : ", "
                                + disturbed
                                + " of "
                                + Amounts.count(runs.size(), "run")
                                + " disturbed: "
                                + which(contender));
    }
}

package dev.lanescope.analysis.scaling;

import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many of a run's workers shared a process or an interpreter, as its trace tells among its
/// knobs.
final class GroupedRun {

    /// What models had before it could be set.
    private static final int USUAL = 2;

    private static final Pattern THREADS = Pattern.compile("(?:^|, )threads (\\d{1,3})(?=,|$)");

    private GroupedRun() {}

    static int threads(RunInfo info) {
        Matcher found = THREADS.matcher(knobs(info));
        return found.find() ? Math.max(1, Integer.parseInt(found.group(1))) : USUAL;
    }

    /// Where all other knobs stood.
    static String otherKnobs(RunInfo info) {
        return THREADS.matcher(knobs(info)).replaceAll("");
    }

    static String groupWord(String model) {
        return model.startsWith("isolated") ? "interpreters" : "processes";
    }

    private static String knobs(RunInfo info) {
        return info.facts().stream()
                .filter(fact -> fact.name().equals("Knobs"))
                .map(Fact::value)
                .findFirst()
                .orElse("");
    }
}

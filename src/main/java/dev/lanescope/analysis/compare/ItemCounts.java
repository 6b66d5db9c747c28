package dev.lanescope.analysis.compare;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.trace.RunInfo;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How many files runs had to make, of the same content: its pages, and what is made of pages. A
/// CPython makes the pages alone, so beside a model of the JVM it has less to do.
///
/// @param runs what they say of themselves
record ItemCounts(List<RunInfo> runs) {

    private static final int MOST_MODELS = 3;

    ItemCounts {
        runs = List.copyOf(runs);
    }

    boolean differ() {
        return runs.stream().map(run -> run.items().size()).distinct().count() > 1;
    }

    /// Who had to make what, why, and what can be compared instead.
    String objection() {
        Map<String, Set<String>> models = new LinkedHashMap<>();
        for (RunInfo run : runs) {
            models.computeIfAbsent(made(run), _ -> new LinkedHashSet<>()).add(run.model());
        }
        String who =
                models.entrySet().stream()
                        .map(each -> each.getKey() + " (" + listed(each.getValue()) + ")")
                        .collect(Collectors.joining(" against "));
        return "The runs had different numbers of files to make: " + who + "." + why();
    }

    private static String made(RunInfo run) {
        int others = run.items().size() - run.pages();
        return Amounts.pages(run.pages())
                + (others == 0 ? "" : " and " + Amounts.count(others, "file") + " made of them");
    }

    private static String listed(Set<String> models) {
        String first = models.stream().limit(MOST_MODELS).collect(Collectors.joining(", "));
        int more = models.size() - MOST_MODELS;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private String why() {
        boolean mixed = runs.stream().map(RunInfo::isOfPython).distinct().count() > 1;
        return mixed
                ? " A CPython makes the pages alone; hold its executors against"
                        + " python-sequential, and the models of the JVM against sequential."
                : " Hold only those against each other that had the same to make.";
    }
}

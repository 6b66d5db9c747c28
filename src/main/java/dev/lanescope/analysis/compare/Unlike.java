package dev.lanescope.analysis.compare;

import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// What else differs between runs than how the work is shared out, to be told before any figure:
/// the language and its libraries, the interpreter, how that was built, the machine.
///
/// @param runs what they say of themselves
record Unlike(List<RunInfo> runs) {

    private static final String RUNTIME = "Runtime";
    private static final String BUILD = "CPython's build";
    private static final String RENDERER = "CPython's renderer";
    private static final List<String> OTHERS =
            List.of("Processor", "Memory", "System", "Java", "Java options");
    private static final int MOST = 3;

    Unlike {
        runs = List.copyOf(runs);
    }

    /// A sentence each; empty if they differ in nothing that they tell.
    List<String> sentences() {
        var found = new ArrayList<String>();
        List<RunInfo> python = runs.stream().filter(RunInfo::isOfPython).toList();
        long ofJvm = runs.stream().filter(Unlike::isOfJvm).count();
        if (!python.isEmpty() && ofJvm > 0) {
            found.add(
                    "Some ran on CPython and others on the JVM: language, Markdown library,"
                            + " templates and HTML differ too, so no figure here is of the model"
                            + " alone.");
        }
        differs(found, RENDERER, "They rendered with different Markdown libraries");
        SequencedSet<String> runtimes = told(RUNTIME);
        if (runtimes.size() > 1) {
            found.add("They ran on different interpreters: " + listed(runtimes) + ".");
        }
        SequencedSet<String> builds = told(BUILD);
        if (builds.size() > 1) {
            found.add("Their interpreters were built in different ways: " + listed(builds) + ".");
        } else if (runtimes.size() > 1 && python.stream().allMatch(this::tellsItsBuild)) {
            found.add("Their interpreters name the same build flags: " + listed(builds) + ".");
        } else if (runtimes.size() > 1) {
            found.add("It is not known of all interpreters how they were built.");
        }
        for (String name : OTHERS) {
            differs(found, name, "They differ in \u201c" + name + "\u201d");
        }
        return List.copyOf(found);
    }

    private static boolean isOfJvm(RunInfo run) {
        return !run.isOfPython() && !run.isForeign();
    }

    private boolean tellsItsBuild(RunInfo run) {
        return fact(run, BUILD).isPresent();
    }

    private void differs(List<String> found, String name, String how) {
        SequencedSet<String> values = told(name);
        if (values.size() > 1) {
            found.add(how + ": " + listed(values) + ".");
        }
    }

    private SequencedSet<String> told(String name) {
        return runs.stream()
                .flatMap(run -> fact(run, name).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<String> fact(RunInfo run, String name) {
        return run.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst();
    }

    private static String listed(SequencedSet<String> values) {
        String first = values.stream().limit(MOST).collect(Collectors.joining("; "));
        return values.size() > MOST ? first + "; and " + (values.size() - MOST) + " more" : first;
    }
}

package dev.lanescope.exchange.bundle;

import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What runs must have been asked for, as their traces tell it. Whoever keeps runs that nobody
/// asked for in the terminal gets their [Question] from here, and that of a bundle is held against
/// it: a question is believed no more than the results are.
///
/// @param models without a sequential one, as one types them, in the order of their first runs
/// @param workers by model; of a grid the processes or interpreters
/// @param threads of each of them, if they make a grid
/// @param repeats how often the setting ran that ran most
/// @param options what all runs have in common, as one types it, without what was said above
record Asked(
        List<String> models,
        Map<String, Set<Integer>> workers,
        Set<Integer> threads,
        int repeats,
        boolean cold,
        TypedOptions options) {

    private static final int USUAL_THREADS = 2;

    static Asked of(List<Snapshot> traces) {
        List<Contender> contenders = Contender.group(traces);
        List<Contender> others = contenders.stream().filter(each -> !each.isSequential()).toList();
        List<Contender> asked = others.isEmpty() ? contenders : others;
        boolean grid = asked.stream().anyMatch(each -> typed(each).threads().isPresent());
        var workers = new TreeMap<String, Set<Integer>>();
        var threads = new TreeSet<Integer>();
        for (Contender each : asked) {
            int count = each.info().workers();
            if (grid) {
                int inEach = typed(each).threads().orElse(USUAL_THREADS);
                threads.add(inEach);
                count = Math.max(1, count / inEach);
            }
            workers.computeIfAbsent(each.model(), _ -> new TreeSet<>()).add(count);
        }
        return new Asked(
                new ArrayList<>(
                        asked.stream()
                                .map(Contender::model)
                                .collect(Collectors.toCollection(LinkedHashSet::new))),
                workers,
                threads,
                contenders.stream().mapToInt(each -> each.runs().size()).max().orElse(1),
                traces.stream().allMatch(trace -> trace.info().isCold()),
                typed(asked.getFirst()));
    }

    private static TypedOptions typed(Contender contender) {
        return TypedOptions.of(contender.info());
    }

    /// Every number of workers that some model ran with, where models had a choice; none if none
    /// had.
    List<Integer> allWorkers() {
        var all = new TreeSet<Integer>();
        workers.values().forEach(all::addAll);
        return List.copyOf(all);
    }

    /// What a question says that the traces do not, a sentence each.
    List<String> against(Question question) {
        var found = new ArrayList<String>();
        List<String> told =
                question.models().stream().map(String::strip).filter(Asked::isOther).toList();
        if (!isSame(told)) {
            found.add("It asks for other models than its traces are of.");
        }
        if (!question.workers().isEmpty() && !fits(new TreeSet<>(question.workers()))) {
            found.add("It asks for other numbers of workers than its traces are of.");
        }
        if (!question.threads().isEmpty()
                && !threads.isEmpty()
                && !threads.equals(new TreeSet<>(question.threads()))) {
            found.add("It asks for other numbers of threads than its traces are of.");
        }
        if (question.repeats() != repeats) {
            found.add(
                    "It asks for "
                            + question.repeats()
                            + " rounds, and its traces are of "
                            + repeats
                            + ".");
        }
        if (question.cold() && !cold) {
            found.add("It asks for cold runs, and its traces are of others.");
        }
        options.against(question).ifPresent(found::add);
        return List.copyOf(found);
    }

    private static boolean isOther(String model) {
        return !model.split("@", 2)[0].equals("sequential")
                && !model.split("@", 2)[0].equals("python-sequential");
    }

    /// A model may be asked for without saying on which CPython.
    private boolean isSame(List<String> told) {
        List<String> mine = models.stream().filter(Asked::isOther).toList();
        return told.stream().allMatch(asked -> mine.stream().anyMatch(own -> isOf(own, asked)))
                && mine.stream().allMatch(own -> told.stream().anyMatch(asked -> isOf(own, asked)));
    }

    private static boolean isOf(String own, String asked) {
        return own.equals(asked) || own.startsWith(asked + "@");
    }

    /// A model that can have only one number of workers has that, whatever is asked for.
    private boolean fits(Set<Integer> told) {
        return workers.entrySet().stream()
                .filter(entry -> isOther(entry.getKey()))
                .allMatch(entry -> entry.getValue().size() == 1 || entry.getValue().equals(told));
    }

    /// What a trace says of itself under a name; empty words if nothing.
    static String told(RunInfo info, String name) {
        return info.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst()
                .orElse("");
    }
}

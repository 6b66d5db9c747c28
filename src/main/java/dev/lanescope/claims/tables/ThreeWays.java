package dev.lanescope.claims.tables;

import static dev.lanescope.claims.tables.TableFrame.cell;
import static dev.lanescope.claims.tables.TableFrame.row;

import dev.lanescope.claims.Build;
import dev.lanescope.claims.Measure;
import dev.lanescope.claims.Side;

import java.util.List;

/// Threads, interpreters and processes, as two of the documents hold them against each other. On
/// the JVM workers behind class loaders stand for interpreters, and one lock for the GIL.
final class ThreeWays {

    private static final Side LOCKED = Side.jvm("gil");
    private static final Side POOL = Side.jvm("fixed-pool");
    private static final Side ISOLATED = Side.jvm("isolated");
    private static final Side ISOLATED_THREADS = Side.jvm("isolated-threads");
    private static final Side ISOLATED_GIL = Side.jvm("isolated-gil");
    private static final Side PROCESSES = Side.jvm("processes");

    private static final Side THREADS = Side.python("threads", Build.WITH_GIL);
    private static final Side INTERPRETERS = Side.python("interpreters", Build.WITH_GIL);
    private static final Side CHILDREN = Side.python("processes", Build.WITH_GIL);

    private static final List<Side> OF_JVM = List.of(POOL, ISOLATED, PROCESSES);
    private static final List<Side> OF_PYTHON = List.of(THREADS, INTERPRETERS, CHILDREN);

    private static final String SHARED = "its workers share the heap: nothing crosses";
    private static final String SAME_OBJECTS = "threads of one Python share its objects";
    private static final String LOCKLESS = "child processes share no lock that could be left out";

    /// Bengal's: 9 rows.
    static final TableFrame RESEARCH =
            new TableFrame(
                    "executors",
                    "ThreadPoolExecutor, sub-interpreters, ProcessPoolExecutor",
                    "Bengal, research notes on Python 3.14; words, nothing was measured",
                    "Feature",
                    List.of("Threads", "Sub-interpreters", "Processes"),
                    List.of(
                            row(
                                    "Parallelism (standard)",
                                    cell("limited", processors(LOCKED, THREADS)),
                                    cell("yes, a GIL each", processors(ISOLATED, INTERPRETERS)),
                                    cell("yes, always", processors(PROCESSES, CHILDREN))),
                            row(
                                    "Parallelism (free-threaded)",
                                    cell("yes", processors(POOL, free("threads"))),
                                    cell(
                                            "yes, none has a GIL",
                                            processors(ISOLATED_THREADS, free("interpreters"))),
                                    cell("yes, always", processors(PROCESSES, free("processes")))),
                            row(
                                    "Memory",
                                    memory("low", "fixed-pool", THREADS),
                                    memory("medium", "isolated", INTERPRETERS),
                                    memory("high", "processes", CHILDREN)),
                            row(
                                    "Data sharing",
                                    cell("direct", Lines.never(Lines.JVM, SHARED)),
                                    cell("channels, pickled", Lines.bytes("isolated")),
                                    cell("pickled, a full copy", Lines.bytes("processes"))),
                            row(
                                    "Isolation",
                                    cell("low", contained(POOL, THREADS)),
                                    cell("high", contained(ISOLATED, INTERPRETERS)),
                                    cell("very high", contained(PROCESSES, CHILDREN))),
                            row(
                                    "Complexity",
                                    complexity("low", "fixed-pool"),
                                    complexity("medium", "isolated"),
                                    complexity("medium to high", "processes")),
                            row(
                                    "Overhead",
                                    overhead("low", "fixed-pool", THREADS),
                                    overhead("medium, channels", "isolated", INTERPRETERS),
                                    overhead("high, pickling", "processes", CHILDREN)),
                            row(
                                    "Best for",
                                    best("what waits; all without a GIL", 0),
                                    best("what computes and needs isolation", 1),
                                    best("what computes and needs most isolation", 2)),
                            row(
                                    "With free-threading",
                                    cell(
                                            "optimal",
                                            Lines.unlocked(POOL, LOCKED),
                                            unlocked("threads")),
                                    cell(
                                            "isolation only",
                                            Lines.unlocked(ISOLATED_THREADS, ISOLATED_GIL),
                                            unlocked("interpreters")),
                                    cell(
                                            "true parallelism",
                                            Lines.never(Lines.JVM, LOCKLESS),
                                            unlocked("processes")))));

    /// NoDupeLabs': 7 rows.
    static final TableFrame SPECIFICATION =
            new TableFrame(
                    "interpreters",
                    "Sub-interpreters, multiprocessing, threading with the GIL",
                    "NoDupeLabs, threading specification; words, nothing was measured",
                    "Feature",
                    List.of("Sub-interpreters", "Multiprocessing", "Threading (with GIL)"),
                    List.of(
                            row(
                                    "Parallelism",
                                    cell("true", processors(ISOLATED, INTERPRETERS)),
                                    cell("true", processors(PROCESSES, CHILDREN)),
                                    cell("concurrent only", processors(LOCKED, THREADS))),
                            row(
                                    "Memory overhead",
                                    memory("low", "isolated", INTERPRETERS),
                                    memory("high", "processes", CHILDREN),
                                    memory("lowest", "gil", THREADS)),
                            row(
                                    "Startup time",
                                    start("fast", "isolated", INTERPRETERS),
                                    start("slow", "processes", CHILDREN),
                                    start("fastest", "gil", THREADS)),
                            row(
                                    "Isolation",
                                    cell("strong", contained(ISOLATED, INTERPRETERS)),
                                    cell("complete", contained(PROCESSES, CHILDREN)),
                                    cell("shared memory", contained(LOCKED, THREADS))),
                            row(
                                    "Communication",
                                    cell(
                                            "queues",
                                            Lines.bytes("isolated"),
                                            Lines.crossing("isolated")),
                                    cell(
                                            "pipes",
                                            Lines.bytes("processes"),
                                            Lines.crossing("processes")),
                                    cell(
                                            "direct",
                                            Lines.never(Lines.JVM, SHARED),
                                            Lines.never(Lines.PYTHON, SAME_OBJECTS))),
                            row(
                                    "CPU-bound tasks",
                                    computing("excellent", ISOLATED, INTERPRETERS),
                                    computing("excellent", PROCESSES, CHILDREN),
                                    computing("poor", LOCKED, THREADS)),
                            row(
                                    "I/O-bound tasks",
                                    waiting("good", ISOLATED, INTERPRETERS),
                                    waiting("good", PROCESSES, CHILDREN),
                                    waiting("excellent", LOCKED, THREADS))));

    private ThreeWays() {}

    private static Side free(String executor) {
        return Side.python(executor, Build.FREE);
    }

    private static Line unlocked(String executor) {
        return Lines.unlocked(free(executor), Side.python(executor, Build.FREE_WITH_GIL));
    }

    private static Line[] processors(Side jvm, Side python) {
        return new Line[] {Lines.processors(jvm), Lines.processors(python)};
    }

    private static Line[] contained(Side jvm, Side python) {
        return new Line[] {Lines.contained(jvm), Lines.contained(python)};
    }

    private static TableFrame.Cell memory(String theirs, String model, Side python) {
        return cell(
                theirs, Lines.workerMemory(model), Lines.peak(model), Lines.childMemory(python));
    }

    private static TableFrame.Cell complexity(String theirs, String model) {
        return cell(
                theirs,
                Lines.code(model, Measure.Code.Aspect.LINES),
                Lines.code(model, Measure.Code.Aspect.STATES),
                Lines.code(model, Measure.Code.Aspect.FAILURES));
    }

    private static TableFrame.Cell overhead(String theirs, String model, Side python) {
        return cell(theirs, Lines.emptyTask(model), Lines.oneAgainstAlone(python));
    }

    private static TableFrame.Cell best(String theirs, int column) {
        return cell(theirs, Lines.bestFor(column, OF_JVM), Lines.bestFor(column, OF_PYTHON));
    }

    private static TableFrame.Cell start(String theirs, String model, Side python) {
        return cell(theirs, Lines.start(model), Lines.workerStart(python));
    }

    private static TableFrame.Cell computing(String theirs, Side jvm, Side python) {
        return cell(theirs, Lines.computing(jvm), Lines.computing(python));
    }

    private static TableFrame.Cell waiting(String theirs, Side jvm, Side python) {
        return cell(theirs, Lines.waiting(jvm), Lines.waiting(python));
    }
}

package dev.lanescope.claims.tables;

import static dev.lanescope.claims.tables.Lines.JVM;
import static dev.lanescope.claims.tables.Lines.PYTHON;
import static dev.lanescope.claims.tables.TableFrame.cell;
import static dev.lanescope.claims.tables.TableFrame.row;

import dev.lanescope.claims.Build;
import dev.lanescope.claims.Side;

import java.util.List;

/// Six patterns by six properties, as NoDupeLabs' specification holds them against each other. Raw
/// threads of CPython are not driven here: its pool of threads is, a row further down.
final class SixPatterns {

    private static final Side LOCKED = Side.jvm("gil");
    private static final Side POOL = Side.jvm("fixed-pool");

    private static final String NO_LOCK = "there is no lock that could be left out";
    private static final String ONE_THREAD = "one thread computes, so that none waits for a lock";
    private static final String POOLED =
            "threads of CPython are driven through its pool, whose row tells of them";

    static final TableFrame TABLE =
            new TableFrame(
                    "patterns",
                    "Six patterns, six properties",
                    "NoDupeLabs, threading specification, detailed comparison; words, nothing was"
                            + " measured",
                    "Pattern",
                    List.of(
                            "CPU-bound",
                            "I/O-bound",
                            "Isolation",
                            "Memory",
                            "Startup",
                            "GIL impact"),
                    List.of(
                            threads(
                                    "threading (with GIL)",
                                    LOCKED,
                                    List.of("no", "yes", "no", "low", "fast", "limited"),
                                    Lines.unlocked(POOL, LOCKED)),
                            threads(
                                    "threading (free-threaded)",
                                    Side.jvm("thread-per-page"),
                                    List.of("yes", "yes", "no", "low", "fast", "none"),
                                    Lines.never(JVM, NO_LOCK)),
                            pool(),
                            pattern(
                                    "ProcessPoolExecutor",
                                    Side.jvm("processes"),
                                    "processes",
                                    List.of("yes", "yes", "yes", "high", "slow", "none"),
                                    Lines.never(JVM, NO_LOCK)),
                            pattern(
                                    "InterpreterPoolExecutor",
                                    Side.jvm("isolated"),
                                    "interpreters",
                                    List.of("yes", "yes", "yes", "medium", "fast", "none"),
                                    Lines.unlocked(
                                            Side.jvm("isolated-threads"),
                                            Side.jvm("isolated-gil"))),
                            pattern(
                                    "asyncio",
                                    Side.jvm("event-loop"),
                                    "asyncio",
                                    List.of("no", "yes, best", "no", "low", "fast", "n/a"),
                                    Lines.never(JVM, ONE_THREAD))));

    private SixPatterns() {}

    /// One that CPython's own threads stand for as little as its pool stands for them.
    private static TableFrame.Row threads(
            String title, Side jvm, List<String> theirs, Line impact) {
        Line python = Lines.never(PYTHON, POOLED);
        return row(
                title,
                cell(theirs.get(0), Lines.computing(jvm), python),
                cell(theirs.get(1), Lines.waiting(jvm), python),
                cell(theirs.get(2), Lines.contained(jvm), python),
                cell(theirs.get(3), Lines.workerMemory(jvm.model()), python),
                cell(theirs.get(4), Lines.start(jvm.model()), python),
                cell(theirs.get(5), impact, python));
    }

    private static TableFrame.Row pattern(
            String title, Side jvm, String executor, List<String> theirs, Line impact) {
        Side python = Side.python(executor, Build.WITH_GIL);
        return row(
                title,
                cell(theirs.get(0), Lines.computing(jvm), Lines.computing(python)),
                cell(theirs.get(1), Lines.waiting(jvm), Lines.waiting(python)),
                cell(theirs.get(2), Lines.contained(jvm), Lines.contained(python)),
                cell(theirs.get(3), Lines.workerMemory(jvm.model()), Lines.childMemory(python)),
                cell(theirs.get(4), Lines.start(jvm.model()), Lines.workerStart(python)),
                cell(theirs.get(5), impact, unlocked(executor)));
    }

    /// With the GIL, and what the document's footnote says: without it.
    private static TableFrame.Row pool() {
        Side python = Side.python("threads", Build.WITH_GIL);
        Side free = Side.python("threads", Build.FREE);
        return row(
                "ThreadPoolExecutor",
                cell(
                        "no; yes if free-threaded",
                        Lines.computing(POOL),
                        Lines.computing(python),
                        Lines.named("CPython, no GIL", Lines.computes(free))),
                cell("yes", Lines.waiting(POOL), Lines.waiting(python)),
                cell("no", Lines.contained(POOL), Lines.contained(python)),
                cell("low", Lines.workerMemory("fixed-pool"), Lines.childMemory(python)),
                cell("fast", Lines.start("fixed-pool"), Lines.workerStart(python)),
                cell("limited", Lines.unlocked(POOL, LOCKED), unlocked("threads")));
    }

    private static Line unlocked(String executor) {
        return Lines.unlocked(
                Side.python(executor, Build.FREE), Side.python(executor, Build.FREE_WITH_GIL));
    }
}

package dev.lanescope.claims.tables;

import static dev.lanescope.claims.tables.Lines.PYTHON;
import static dev.lanescope.claims.tables.TableFrame.cell;

import dev.lanescope.claims.Build;
import dev.lanescope.claims.Side;

import java.util.List;

/// Which executor the specification recommends for which CPython, beside how fast each of them is
/// on it, and who is ahead. Its program chooses otherwise than its own table where interpreters and
/// threads without the GIL are both there.
final class Recommended {

    private static final String FIRST = "recommended";
    private static final String FALLBACK = "falls back on them";
    private static final String OTHER = "not its first choice";

    private static final List<String> EXECUTORS = List.of("threads", "interpreters", "processes");

    static final TableFrame TABLE =
            new TableFrame(
                    "recommended",
                    "Which executor for which CPython",
                    "NoDupeLabs, threading specification, version compatibility; words, nothing was"
                            + " measured",
                    "Runtime",
                    List.of("Threads", "Interpreters", "Processes", "Ahead where pages compute"),
                    List.of(
                            older("CPython up to 3.12", Build.GIL_3_12, OTHER, FIRST),
                            older("CPython 3.13", Build.GIL_3_13, OTHER, FIRST),
                            older("CPython 3.13 without the GIL", Build.FREE_3_13, FIRST, OTHER),
                            newer(
                                    "CPython from 3.14 on",
                                    Build.WITH_GIL,
                                    List.of(OTHER, FIRST, FALLBACK, "interpreters")),
                            newer(
                                    "CPython 3.14 without the GIL",
                                    Build.FREE_3_14,
                                    List.of(
                                            FIRST,
                                            "taken by its program",
                                            OTHER,
                                            "threads; its program takes interpreters")),
                            jvm("The JVM under one lock", "gil", "isolated-gil"),
                            jvm("The JVM", "fixed-pool", "isolated")));

    private Recommended() {}

    /// One that has no pool of interpreters.
    private static TableFrame.Row older(
            String title, Build build, String threads, String processes) {
        Side pool = Side.python("threads", build);
        Side apart = Side.python("processes", build);
        return TableFrame.row(
                title,
                cell(threads, Lines.computing(pool)),
                cell("-", Lines.never(PYTHON, "its library has no pool of interpreters")),
                cell(processes, Lines.computing(apart)),
                cell(
                        threads.equals(FIRST) ? "threads" : "processes",
                        Lines.ahead(List.of("threads", "processes"), List.of(pool, apart))));
    }

    /// @param theirs for each column
    private static TableFrame.Row newer(String title, Build build, List<String> theirs) {
        List<Side> sides = EXECUTORS.stream().map(each -> Side.python(each, build)).toList();
        return row(title, theirs, sides);
    }

    private static TableFrame.Row jvm(String title, String threads, String interpreters) {
        List<Side> sides =
                List.of(Side.jvm(threads), Side.jvm(interpreters), Side.jvm("processes"));
        return row(title, List.of("not said", "not said", "not said", "not said"), sides);
    }

    private static TableFrame.Row row(String title, List<String> theirs, List<Side> sides) {
        return TableFrame.row(
                title,
                cell(theirs.get(0), Lines.computing(sides.get(0))),
                cell(theirs.get(1), Lines.computing(sides.get(1))),
                cell(theirs.get(2), Lines.computing(sides.get(2))),
                cell(theirs.get(3), Lines.ahead(EXECUTORS, sides)));
    }
}

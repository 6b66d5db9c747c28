package dev.lanescope.claims;

import static dev.lanescope.claims.Claims.BENGAL;
import static dev.lanescope.claims.Claims.BENGAL_NOTES;
import static dev.lanescope.claims.Claims.NODUPE;
import static dev.lanescope.claims.Side.jvm;
import static dev.lanescope.claims.Side.python;

import java.util.List;

/// What is claimed of interpreters against threads. Executors of Python are held against each other
/// within one interpreter only.
final class InterpreterClaims {

    private static final Band TEN_TO_TWENTY = new Band(1.10, 1.20);
    private static final double MUCH = 1.5;

    static final List<Claim> ALL =
            List.of(
                    Claims.speedUp(
                            "interpreters-10-20",
                            "With a GIL each, interpreters render 10 to 20 % faster than threads.",
                            BENGAL_NOTES + ", for CPython with a GIL",
                            "4 workers: threads 1034, interpreters 285 ms (loremipsumpy, Ryzen"
                                    + " 5950X, 3.14).",
                            python("interpreters", Build.WITH_GIL),
                            python("threads", Build.WITH_GIL),
                            TEN_TO_TWENTY),
                    Claims.speedUp(
                            "interpreters-at-once",
                            "With a GIL each, interpreters compute at once: at least 1.5 times as"
                                    + " fast as threads.",
                            NODUPE + ", and PEP 684 by design",
                            "Interpreters 1.130, threads 2.519 s for 8 tasks, 4 workers, 3.14 (a"
                                    + " blog post, seen in an excerpt).",
                            python("interpreters", Build.WITH_GIL),
                            python("threads", Build.WITH_GIL),
                            Band.atLeast(MUCH)),
                    Claims.speedUp(
                            "isolated-10-20-jvm",
                            "Isolated workers render 10 to 20 % faster than threads.",
                            BENGAL + "; here with class loaders and threads of the JVM",
                            "+12 % or \u221212 % end to end, depending on the content (Bengal,"
                                    + " later, with processes).",
                            jvm("isolated"),
                            jvm("fixed-pool"),
                            TEN_TO_TWENTY),
                    Claims.speedUp(
                            "interpreters-free",
                            "Without the GIL, interpreters are as fast as threads: they compute at"
                                    + " once within and between.",
                            BENGAL_NOTES + ", for 3.14 without the GIL",
                            "Threads about 13 times, interpreters about 4 times as fast as one, 32"
                                    + " workers (loremipsumpy, Ryzen 5950X, 3.14t).",
                            python("interpreters", Build.FREE),
                            python("threads", Build.FREE),
                            Band.atLeast(1)),
                    Claims.speedUp(
                            "isolation-cheaper-than-lock",
                            "What isolation costs is less than what going without the lock brings.",
                            "Bengal, research notes, asked as a question: interpreters beside"
                                    + " threads under the GIL, one binary",
                            "",
                            python("interpreters", Build.FREE),
                            python("threads", Build.FREE_WITH_GIL),
                            Band.atLeast(1)),
                    Claims.speedUp(
                            "no-gil-threads-best",
                            "Where threads compute at once, they are the best choice: no slower"
                                    + " than processes.",
                            "Bengal, documentation, for CPython without the GIL",
                            "2.26 times as fast with threads, 4.64 with processes (Bengal, later,"
                                    + " 3.14t).",
                            python("threads", Build.FREE),
                            python("processes", Build.FREE),
                            Band.atLeast(1)),
                    Claims.speedUp(
                            "processes-pay",
                            "Processes pay in spite of pickling: more than 1.1 times as fast as"
                                    + " threads.",
                            "Bengal, its test of threads and processes calls more than 1.1 modest;"
                                    + " on CPython with a GIL",
                            "Processes 1.222, threads 2.519 s for 8 tasks, 4 workers, 3.14 (a blog"
                                    + " post, seen in an excerpt).",
                            python("processes", Build.WITH_GIL),
                            python("threads", Build.WITH_GIL),
                            Band.atLeast(1.1)));

    private InterpreterClaims() {}
}

package dev.lanescope.concurrency.releases;

import static dev.lanescope.concurrency.releases.Release.Line.CPYTHON;
import static dev.lanescope.concurrency.releases.Release.Line.JDK;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The list itself, from "What's New In Python" and the JDK project's lists of JEPs.
final class Releases {

    static final List<Release> ALL =
            Stream.concat(pythons(), jdks()).sorted(Comparator.comparing(Release::when)).toList();

    private Releases() {}

    private static Stream<Release> pythons() {
        return Stream.of(
                python(
                        "3.2",
                        2011,
                        2,
                        "concurrent.futures (PEP 3148); the GIL gets a switch interval"),
                python("3.4", 2014, 3, "asyncio (PEP 3156); multiprocessing by spawn, forkserver"),
                python("3.5", 2015, 9, "async and await (PEP 492)"),
                python("3.9", 2020, 10, "asyncio.to_thread; the oldest that runs here"),
                python("3.10", 2021, 10, "nothing for doing things at once; runs here"),
                python(
                        "3.11",
                        2022,
                        10,
                        "asyncio.TaskGroup; an interpreter that adapts to the code (PEP 659)"),
                python(
                        "3.12",
                        2023,
                        10,
                        "a GIL for each interpreter, from C (PEP 684); sys.monitoring (PEP 669)"),
                python(
                        "3.13",
                        2024,
                        10,
                        "builds without the GIL (PEP 703) and with a JIT (PEP 744), both to try"),
                python(
                        "3.14",
                        2025,
                        10,
                        "InterpreterPoolExecutor and concurrent.interpreters (PEP 734); builds"
                                + " without the GIL are supported (PEP 779) and adapt to the code"
                                + " again (PEP 659)"),
                python(
                        "3.15",
                        2026,
                        10,
                        "lazy imports (PEP 810); a stable ABI without the GIL (PEP 803); a sampling"
                                + " profiler (PEP 799)"));
    }

    private static Stream<Release> jdks() {
        return Stream.of(
                jdk("5", 2004, 9, "java.util.concurrent; class data sharing (CDS)"),
                jdk("7", 2011, 7, "ForkJoinPool: work stealing"),
                jdk("8", 2014, 3, "CompletableFuture, parallel streams, the common pool"),
                jdk("13", 2019, 9, "CDS archives of the app's own classes, at exit (JEP 350)"),
                jdk("21", 2023, 9, "virtual threads (JEP 444)"),
                jdk(
                        "24",
                        2025,
                        3,
                        "virtual threads that are not pinned by a monitor (JEP 491); the AOT cache"
                                + " (JEP 483)"),
                jdk(
                        "25",
                        2025,
                        9,
                        "scoped values (JEP 506); the AOT cache in one step (JEP 514), with profiles"
                                + " of methods (JEP 515)"),
                jdk("26", 2026, 3, "the AOT cache under any collector (JEP 516)"));
    }

    private static Release python(String version, int year, int month, String brought) {
        return new Release(CPYTHON, version, YearMonth.of(year, month), brought);
    }

    private static Release jdk(String version, int year, int month, String brought) {
        return new Release(JDK, version, YearMonth.of(year, month), brought);
    }
}

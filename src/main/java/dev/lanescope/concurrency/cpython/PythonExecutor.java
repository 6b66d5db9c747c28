package dev.lanescope.concurrency.cpython;

import dev.lanescope.concurrency.WorkerRange;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;

import java.util.Optional;

/// The ways in which CPython's own library shares out work.
enum PythonExecutor {
    SEQUENTIAL(
            "sequential",
            "Python sequential",
            "To see what one page costs in Python, and as the baseline of all other executors.",
            "One core works, whatever the machine has."),
    THREADS(
            "threads",
            "Python threads",
            "For pages that wait for disk or network, or on a build without the GIL.",
            "With the GIL only one thread computes at any moment: more workers render no faster."),
    INTERPRETERS(
            "interpreters",
            "Python interpreters",
            "To use all cores in one process: each interpreter has a GIL of its own.",
            "Each imports everything anew, everything crosses as bytes, and a crash ends them all."),
    PROCESSES(
            "processes",
            "Python processes",
            "For pages that may crash: only their own process dies.",
            "Each process starts an interpreter; everything crosses as bytes."),
    ASYNCIO(
            "asyncio",
            "Python asyncio",
            "For many pages that wait for disk or network at once.",
            "One thread computes, so a long page holds up all others."),
    ASYNCIO_THREADS(
            "asyncio-threads",
            "Python asyncio + threads",
            "For a loop that must stay free while threads do what would hold it up.",
            "Every page crosses to a thread and back, and with the GIL one thread computes at a time.");

    /// More interpreters than this are a typing error on any machine that runs this program.
    private static final int MOST = 64;

    final String id;
    final String title;
    final String whenToUse;
    final String itsCatch;

    PythonExecutor(String id, String title, String whenToUse, String itsCatch) {
        this.id = id;
        this.title = title;
        this.whenToUse = whenToUse;
        this.itsCatch = itsCatch;
    }

    /// How many workers it can be given.
    WorkerRange workers() {
        return switch (this) {
            case SEQUENTIAL -> WorkerRange.exactly(1, "one thread does everything");
            case ASYNCIO -> WorkerRange.exactly(1, "one thread runs the loop");
            case THREADS, ASYNCIO_THREADS -> WorkerRange.any();
            case INTERPRETERS, PROCESSES -> new WorkerRange(1, MOST, "");
        };
    }

    /// Whether its workers share one interpreter.
    boolean hasThreads() {
        return this == THREADS || this == ASYNCIO_THREADS;
    }

    /// Whether what its workers do crosses as bytes.
    boolean crosses() {
        return this == INTERPRETERS || this == PROCESSES;
    }

    /// How many lanes so many workers make: a loop that hands over has one of its own.
    int lanes(int number) {
        return this == ASYNCIO_THREADS ? number + 1 : number;
    }

    /// What a lane is called.
    String lane(int number) {
        if (this == ASYNCIO_THREADS) {
            return number == 0 ? "asyncio loop" : "asyncio thread " + number;
        }
        return switch (this) {
            case SEQUENTIAL -> "python";
            case ASYNCIO -> "asyncio loop";
            case INTERPRETERS -> "interpreter " + (number + 1);
            case PROCESSES -> "python process " + (number + 1);
            case THREADS, ASYNCIO_THREADS -> "python thread " + (number + 1);
        };
    }

    /// Why this runtime cannot be used for it, in one sentence; empty if it can.
    Optional<String> refusal(PythonRuntime runtime) {
        if (this == INTERPRETERS && !runtime.interpreterPool()) {
            return Optional.of(
                    "CPython "
                            + runtime.version()
                            + " has no InterpreterPoolExecutor, which came with 3.14; choose a newer"
                            + " runtime, or `bundled`.");
        }
        return Optional.empty();
    }
}

package dev.lanescope.cli;

import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.RunResult;
import dev.lanescope.trace.Snapshot;

import java.util.List;
import java.util.stream.LongStream;

/// The same experiment, carried out one time or several times.
///
/// @param runs in the order in which they happened; at least one
record Repeats(Experiment experiment, List<RunResult> runs) {

    Repeats {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("an experiment that was never carried out");
        }
    }

    /// The run in the middle by wall time; of an even number, the faster of the two in the middle.
    /// It stands for all of them.
    RunResult median() {
        return runs.stream()
                .sorted((one, other) -> Long.compare(wallNanos(one), wallNanos(other)))
                .toList()
                .get((runs.size() - 1) / 2);
    }

    Snapshot trace() {
        return median().trace();
    }

    long medianNanos() {
        return wallNanos(median());
    }

    long leastNanos() {
        return walls().min().orElseThrow();
    }

    long mostNanos() {
        return walls().max().orElseThrow();
    }

    /// Whether every run wrote the same bytes.
    boolean sameOutput() {
        return runs.stream().map(RunResult::treeHash).distinct().count() == 1;
    }

    /// Pages that came out, per second of the median run.
    double pagesPerSecond() {
        return perSecond(median().done());
    }

    /// Bytes of Markdown per second of the median run; failed pages count as none.
    double bytesPerSecond() {
        int pages = trace().info().pages();
        double part = pages == 0 ? 0 : (double) median().done() / pages;
        return perSecond(trace().info().contentBytes() * part);
    }

    ExitCode exitCode() {
        boolean allCameOut = runs.stream().allMatch(run -> run.failures().isEmpty());
        return allCameOut ? ExitCode.ALL_CAME_OUT : ExitCode.SOME_FAILED;
    }

    private LongStream walls() {
        return runs.stream().mapToLong(Repeats::wallNanos);
    }

    private double perSecond(double amount) {
        return medianNanos() == 0 ? 0 : amount * 1e9 / medianNanos();
    }

    private static long wallNanos(RunResult run) {
        return run.trace().endNanos();
    }
}

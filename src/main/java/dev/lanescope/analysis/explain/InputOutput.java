package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.RunSummary;
import dev.lanescope.trace.State;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// Reading and writing took more than everything else: half of all lane time ([#HALF]) or more.
///
/// It is looked for only where a worker waits for its own files; models that let others read and
/// write meanwhile have lanes that do nothing else. If processors were idle more workers can wait
/// at once; if they were not, the time went into the system's own work with files, and no setting
/// helps. Nothing is said of a run during which others used the processors: then whoever seems to
/// read may be waiting for one.
final class InputOutput implements Rule {

    private static final double HALF = 0.5;

    /// Less of the processors in use counts as idle.
    private static final double IDLE = 0.7;

    /// So many times as many workers wait at once.
    private static final int MORE = 4;

    private static final Set<String> MORE_WORKERS =
            Set.of("fixed-pool", "work-stealing", "processes", "isolated");

    @Override
    public Optional<Finding> examine(Examination run) {
        long waiting = 0;
        for (int code = 0; code < run.run().info().states().size(); code++) {
            State.Kind kind = run.run().state(code).kind();
            waiting += kind == State.Kind.IO ? run.time().nanos(code) : 0;
        }
        long reading = run.nanosIn("read");
        long writing = run.nanosIn("write");
        double share = run.share(waiting + reading + writing);
        if (run.isPipeline() || share < HALF || isDisturbed(run)) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        Illness.INPUT_OUTPUT,
                        share,
                        "Reading and writing took "
                                + Amounts.percent(share)
                                + " of the workers' time: "
                                + Amounts.percent(run.share(reading))
                                + " reading, "
                                + Amounts.percent(run.share(writing))
                                + " writing"
                                + (waiting == 0
                                        ? ""
                                        : ", "
                                                + Amounts.percent(run.share(waiting))
                                                + " waiting for either")
                                + ".",
                        run.longest(List.of("read", "write", "waiting for I/O")),
                        remedy(run)));
    }

    private static boolean isDisturbed(Examination run) {
        return run.processorsOfOthers().orElse(0) >= WORTH_SAYING * run.processors().orElse(1);
    }

    static Remedy remedy(Examination run) {
        String model = run.run().info().model();
        boolean wait = processorsWereIdle(run);
        if (wait && MORE_WORKERS.contains(model)) {
            return Remedy.workers(
                    "Processors were idle: let more workers wait at once.",
                    MORE * run.run().info().workers());
        }
        return wait
                ? Remedy.model(
                                "Processors were idle: let many pages wait at once.",
                                "virtual-threads")
                        .with(OptionalInt.of(run.processors().orElse(1)))
                : Remedy.advice("A faster disk, or output that goes to memory, would help.");
    }

    /// Whether that is so by the threads' CPU clocks.
    private static boolean processorsWereIdle(Examination run) {
        OptionalLong cpu = RunSummary.of(run.run()).cpuNanos();
        if (cpu.isEmpty() || run.processors().isEmpty()) {
            return false;
        }
        double all = (double) run.run().endNanos() * run.processors().getAsInt();
        return cpu.getAsLong() < IDLE * all;
    }
}

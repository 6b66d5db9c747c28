package dev.lanescope.ui;

import dev.lanescope.analysis.scaling.Law;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Phase;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;
import dev.lanescope.ui.session.RunRecord;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Sweeps as a machine with 16 cores would have made them, by a law that tests know.
final class MadeSweeps {

    static final Law THREADS = new Law(3.27e9, 0.047, 0.0023);
    static final Law PROCESSES = new Law(3.9e9, 0.11, 0.0009);
    private static final double NOISE = 0.015;
    private static final List<State> STATES =
            List.of(new State("parse", State.Kind.WORK), new State("idle", State.Kind.IDLE));

    private MadeSweeps() {}

    /// Five runs for each number of workers.
    static List<RunRecord> of(String model, String title, Law law, List<Integer> numbers) {
        var random = new Random(7);
        List<RunRecord> runs = new ArrayList<>();
        for (int workers : numbers) {
            for (int repeat = 0; repeat < 5; repeat++) {
                double nanos = law.nanos(workers) * (1 + NOISE * random.nextGaussian());
                runs.add(RunRecord.opened(Path.of("made"), run(model, title, workers, "", nanos)));
            }
        }
        return runs;
    }

    /// Five runs for each of some numbers of processes and of threads in each: the more processes
    /// the faster, and two threads cost a little.
    static List<RunRecord> grid(List<Integer> processes, List<Integer> threads) {
        var random = new Random(7);
        List<RunRecord> runs = new ArrayList<>();
        for (int groups : processes) {
            for (int each : threads) {
                for (int repeat = 0; repeat < 5; repeat++) {
                    double nanos =
                            1e9
                                    / groups
                                    * (1 + 0.2 * (each - 1))
                                    * (1 + NOISE * random.nextDouble());
                    String setting = each == 2 ? "" : each + " threads each";
                    Snapshot run =
                            run("hybrid", "Processes × threads", groups * each, setting, nanos);
                    runs.add(
                            RunRecord.opened(
                                    Path.of("made"),
                                    run.withFacts(
                                            List.of(
                                                    new Fact(
                                                            "Knobs",
                                                            "batch 8, threads " + each)))));
                }
            }
        }
        return runs;
    }

    private static Snapshot run(
            String model, String title, int workers, String setting, double nanos) {
        var info =
                new RunInfo(
                        model,
                        title,
                        workers,
                        setting,
                        "book",
                        1,
                        Instant.EPOCH,
                        0,
                        STATES,
                        List.of("a"),
                        List.of(new Phase(RunInfo.PAGES, 0)));
        var trace = new Trace(info, 1);
        for (int lane = 0; lane < workers; lane++) {
            trace.lane(lane).append(1, lane == 0 ? 0 : 1, lane == 0 ? 0 : Lane.NO_ITEM, -1);
        }
        trace.finish(Math.round(nanos));
        return Traces.finished(trace)
                .withFacts(
                        List.of(
                                new Fact("Processor", "made up, 16 cores"),
                                new Fact("Output hash", "0123456789abcdef")));
    }
}

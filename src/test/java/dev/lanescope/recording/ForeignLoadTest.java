package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.analysis.Preemption;
import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.trace.Snapshot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Other programs that burn the processors are found where they belong: in time without a
/// processor, and in no lock.
class ForeignLoadTest {

    private static final int ROUNDS = 2;

    /// So many where something else, such as the tests in another JVM, happens to burn the
    /// processors while ours do not.
    private static final int MOST_ROUNDS = 6;

    private static final int FOR_EACH_PROCESSOR = 3;

    @TempDir Path temp;

    /// Programs that do nothing but use processors.
    private record Burners(List<Process> processes) implements AutoCloseable {

        static Burners start() throws Exception {
            List<Process> processes = new ArrayList<>();
            int count = FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();
            for (int number = 0; number < count; number++) {
                processes.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
            }
            return new Burners(processes);
        }

        @Override
        public void close() {
            processes.forEach(Process::destroyForcibly);
            processes.forEach(each -> each.onExit().join());
        }
    }

    private Snapshot run(String model, int workers) throws Exception {
        if (Files.notExists(temp.resolve("content"))) {
            Folders.withPages(temp.resolve("content"), 40);
        }
        var site = SiteScanner.scan(temp.resolve("content"), ScanProgress.NONE);
        var heavy = Knobs.STANDARD.withCpuWeight(100).withWarmUp(1);
        return new Run(
                        new Experiment(
                                        site,
                                        temp.resolve("out"),
                                        Models.byId(model).orElseThrow(),
                                        workers)
                                .with(heavy)
                                .watchingJvm(true))
                .carryOut()
                .trace();
    }

    private static double share(Snapshot run) {
        return (double) Preemption.of(run).nanos() / (run.endNanos() * run.lanes().size());
    }

    @Test
    void foreign_load_makes_preemption_grow_and_the_stack_still_closes() throws Exception {
        assumeTrue(
                Files.isReadable(Path.of("/proc/thread-self/schedstat")),
                "SKIPPED: this system does not tell how long threads wait for a processor");
        Snapshot one = run("sequential", 1);
        assertThat(Preemption.of(one).isKnown()).isTrue();
        double alone = 0;
        double beside = 0;
        double part = 0;
        int rounds = 0;
        while (rounds < ROUNDS || (beside <= alone && rounds < MOST_ROUNDS)) {
            rounds++;
            Snapshot quiet = run("fixed-pool", 2);
            alone += share(quiet);
            try (Burners _ = Burners.start()) {
                Snapshot loud = run("fixed-pool", 2);
                beside += share(loud);
                SpeedUpStack stack = SpeedUpStack.of(loud, one);
                assertThat(stack.closes()).isTrue();
                assertThat(stack.share(StackPart.LOCK).nanos()).isZero();
                part += stack.height(StackPart.PREEMPTION);
                assertThat(Preemption.of(loud).lanes()).isEqualTo(2);
            }
        }
        assertThat(beside / rounds).as("share beside burning programs").isGreaterThan(0.3);
        assertThat(beside).as("beside others, and alone %s", alone).isGreaterThan(alone);
        assertThat(part).isPositive();
    }
}

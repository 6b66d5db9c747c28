package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.trace.CpuTime;
import dev.lanescope.trace.LaneView;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// CPU time on lanes at which several threads take turns.
class CpuOnLanesTest {

    /// Between the two clocks of one reading little time passes, but some.
    private static final long SLACK = Duration.ofMillis(2).toNanos();

    @TempDir Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"thread-per-page", "virtual-threads", "fixed-pool"})
    void a_page_that_computes_has_cpu_time_but_no_more_than_there_was(String model)
            throws Exception {
        var site = SiteScanner.scan(Folders.withPages(temp, 40), ScanProgress.NONE);
        var experiment =
                new Experiment(site, temp.resolve("out"), Models.byId(model).orElseThrow(), 2)
                        .with(Knobs.STANDARD.withCpuWeight(200));
        RunResult result = new Run(experiment).carryOut();
        long cpu = 0;
        long wall = 0;
        for (LaneView lane : result.trace().lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                Optional<CpuTime> time = lane.cpuTime(span);
                if (time.isPresent() && result.trace().state(lane.state(span)).kind().isWork()) {
                    assertThat(time.get().cpuNanos())
                            .as(time.get().toString())
                            .isBetween(0L, time.get().wallNanos() + SLACK);
                    cpu += time.get().cpuNanos() / time.get().spans();
                    wall += time.get().wallNanos() / time.get().spans();
                }
            }
        }
        assertThat(cpu).isPositive();
        assertThat(wall).isPositive();
    }
}

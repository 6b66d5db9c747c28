package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.explain.CriticalPath;
import dev.lanescope.analysis.explain.Slack;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/// What is said of the chain and of slack holds on real runs of event loops too.
class LoopSlackOnRunsTest {

    @TempDir Path temp;

    private Snapshot trace(String model, int millis) throws Exception {
        var site = SiteScanner.scan(Folders.withPages(temp, 120), ScanProgress.NONE);
        var experiment =
                new Experiment(site, temp.resolve("out"), Models.byId(model).orElseThrow(), 1);
        Duration latency = Duration.ofMillis(millis);
        return new Run(experiment.with(Knobs.STANDARD.withLatency(latency, latency)))
                .carryOut()
                .trace();
    }

    @ParameterizedTest
    @CsvSource({"event-loop, 0", "event-loop, 7", "event-loop-offload, 0", "event-loop-offload, 7"})
    void the_chain_is_as_long_as_the_run_and_nobody_has_more_time_than_is_left(
            String model, int millis) throws Exception {
        Snapshot run = trace(model, millis);
        CriticalPath path = CriticalPath.of(run);
        assertThat(path.steps().stream().mapToLong(CriticalPath.Step::nanos).sum())
                .isEqualTo(run.endNanos());
        assertThat(path.steps())
                .allSatisfy(
                        step -> assertThat(step.endNanos()).isLessThanOrEqualTo(run.endNanos()));
        Slack slack = Slack.of(run);
        long least = Long.MAX_VALUE;
        for (LaneView lane : run.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                OptionalLong nanos = slack.nanos(lane.span(span));
                if (nanos.isPresent()) {
                    assertThat(nanos.getAsLong())
                            .isBetween(0L, run.endNanos() - lane.endNanos(span));
                    least = Math.min(least, nanos.getAsLong());
                }
            }
        }
        assertThat(least).isZero();
    }

    @ParameterizedTest
    @CsvSource({"event-loop", "event-loop-offload"})
    void who_computes_has_no_more_time_than_the_disk_leaves_until_the_end(String model)
            throws Exception {
        int millis = 20;
        Snapshot run = trace(model, millis);
        Slack slack = Slack.of(run);
        for (LaneView lane : run.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                if (run.state(lane.state(span)).name().equals("parse")) {
                    long last = run.endNanos() - lane.endNanos(span) - millis * 1_000_000L;
                    assertThat(slack.nanos(lane.span(span)).orElseThrow())
                            .isLessThanOrEqualTo(last);
                }
            }
        }
    }
}

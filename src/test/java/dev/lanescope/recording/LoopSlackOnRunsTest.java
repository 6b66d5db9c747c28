package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.Children;
import dev.lanescope.analysis.explain.CriticalPath;
import dev.lanescope.analysis.explain.Slack;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/// What is said of the chain and of slack holds on real runs of event loops too, of ours and of a
/// real CPython's asyncio.
@ResourceLock(Children.OF_THIS_JVM)
class LoopSlackOnRunsTest {

    @TempDir Path temp;

    private Snapshot trace(String model, int millis) throws Exception {
        var site = SiteScanner.scan(Folders.withPages(temp, 120), ScanProgress.NONE);
        var experiment = new Experiment(site, temp.resolve("out"), model(model), 1);
        Duration latency = Duration.ofMillis(millis);
        return new Run(experiment.with(Knobs.STANDARD.withLatency(latency, latency)))
                .carryOut()
                .trace();
    }

    private static ConcurrencyModel model(String id) throws Exception {
        ConcurrencyModel model = Models.byId(id).orElseThrow();
        if (!(model instanceof PythonModel python)) {
            return model;
        }
        var runtimes = new Runtimes(Path.of("target", "pythons").toAbsolutePath());
        assumeTrue(runtimes.bundled().isThere(), "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        return python.on(runtimes.unpacked());
    }

    @ParameterizedTest
    @CsvSource({
        "event-loop, 0",
        "event-loop, 7",
        "event-loop-offload, 0",
        "event-loop-offload, 7",
        "python-asyncio, 0",
        "python-asyncio, 7",
        "python-asyncio-threads, 0",
        "python-asyncio-threads, 7"
    })
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
    @ValueSource(
            strings = {
                "event-loop",
                "event-loop-offload",
                "python-asyncio",
                "python-asyncio-threads"
            })
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

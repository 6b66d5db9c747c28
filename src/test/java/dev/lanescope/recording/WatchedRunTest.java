package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.lanescope.Wait;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Snapshot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.FutureTask;

/// Whole runs during which the JVM is watched as well.
class WatchedRunTest {

    @TempDir Path temp;

    private Site site() throws Exception {
        return SiteScanner.scan(Folders.withPages(temp, 3), ScanProgress.NONE);
    }

    @Test
    void a_collection_during_a_run_stands_in_its_trace_and_leaves_the_account_as_it_is()
            throws Exception {
        var held = Knobs.STANDARD.withLatency(Duration.ofSeconds(1), Duration.ZERO);
        var pool = Models.byId("fixed-pool").orElseThrow();
        var experiment =
                new Experiment(site(), temp.resolve("out"), pool, 1).with(held).watchingJvm(true);
        var run = new Run(experiment);
        var result = new FutureTask<>(run::carryOut);
        Thread.ofPlatform().start(result);
        Wait.until(() ->
                result.isDone()
                        || (run.phase() != Run.Phase.PREPARING && run.snapshot().isPresent()));
        if (result.isDone()) {
            fail("over before it could be watched: " + result.get());
        }
        long from = run.snapshot().orElseThrow().endNanos();
        System.gc();
        long to = run.snapshot().orElseThrow().endNanos();
        Snapshot trace = result.get().trace();
        assertThat(trace.jvm())
                .anySatisfy(event -> {
                    assertThat(event.kind()).isEqualTo(JvmEvent.Kind.COLLECTION);
                    assertThat(event.startNanos())
                            .isBetween(from - run.jvmErrorNanos(), to + run.jvmErrorNanos());
                    assertThat(event.endNanos()).isLessThanOrEqualTo(to + run.jvmErrorNanos());
                });
        assertThat(trace.jvm())
                .isSortedAccordingTo(Comparator.comparingLong(JvmEvent::startNanos))
                .allMatch(event -> event.endNanos() <= trace.endNanos());
        assertThat(LaneTime.of(trace).closes()).isTrue();
        assertThat(trace.counters()).extracting(CounterView::name).contains("heap MB", "CPU here");
    }

    @Test
    void of_children_it_is_said_that_their_jvms_are_not_seen() throws Exception {
        var children = Models.byId("processes").orElseThrow();
        var experiment = new Experiment(site(), temp.resolve("out"), children, 1);
        RunResult watched = new Run(experiment.watchingJvm(true)).carryOut();
        assertThat(watched.trace().remarks()).anyMatch(said -> said.contains("JVMs of their own"));
        RunResult unwatched = new Run(experiment).carryOut();
        assertThat(unwatched.trace().remarks())
                .noneMatch(said -> said.contains("JVMs of their own"));
        assertThat(unwatched.trace().counters()).noneMatch(c -> c.name().startsWith("heap"));
    }
}

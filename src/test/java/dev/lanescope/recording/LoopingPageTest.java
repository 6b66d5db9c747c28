package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Children;
import dev.lanescope.Lengthy;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A page that loops for ever, under every model, as a whole run tells it. Nearly all of it is
/// waiting, so its tests wait together.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Children.OF_THIS_JVM, mode = ResourceAccessMode.READ)
@Tag(Lengthy.TAG)
class LoopingPageTest {

    private static final int LOOPS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TempDir Path temp;

    static Stream<ConcurrencyModel> models() {
        return Models.all().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_run_ends_names_the_page_and_its_account_closes(ConcurrencyModel model)
            throws Exception {
        Site site = SiteScanner.scan(Folders.withPages(temp, 20), ScanProgress.NONE);
        String looping = site.pages().get(LOOPS).source();
        int workers = Math.min(2, model.workers().most());
        Knobs knobs =
                Knobs.STANDARD
                        .with(List.of(new Fault(Fault.Kind.ENDLESS_LOOP, LOOPS)))
                        .withPageTimeout(PATIENCE);
        var run = new Run(new Experiment(site, temp.resolve("out"), model, workers).with(knobs));
        RunResult result = run.carryOut();
        assertThat(result.stopped()).isFalse();
        assertThat(result.failures())
                .anySatisfy(failure -> {
                    assertThat(failure.page()).isEqualTo(looping);
                    assertThat(failure.cause()).contains("given up after");
                })
                .allSatisfy(failure ->
                        assertThat(
                                        failure.page().equals(looping)
                                                || failure.cause().contains(looping + " hangs"))
                                .as(failure.cause())
                                .isTrue());
        assertThat(result.done() + result.generated() + result.failures().size())
                .as("no page is left without a word")
                .isEqualTo(run.progress().total());
        assertThat(run.progress().failed()).isEqualTo(result.failures().size());
        assertThat(LaneTime.of(result.trace()).closes()).isTrue();
        if (!model.survivesCrashes() && result.failures().size() > 1) {
            assertThat(lostNanos(result.trace()))
                    .as("the time in which nothing went on is on the lane that kept everybody")
                    .isGreaterThan(PATIENCE.toNanos());
        }
    }

    private static long lostNanos(Snapshot trace) {
        long nanos = 0;
        for (LaneView lane : trace.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                if (trace.state(lane.state(span)).kind() == State.Kind.LOST) {
                    nanos += lane.endNanos(span) - lane.startNanos(span);
                }
            }
        }
        return nanos;
    }
}

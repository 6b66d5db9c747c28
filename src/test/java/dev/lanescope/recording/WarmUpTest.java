package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.Wait;
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
import dev.lanescope.trace.Span;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Runs whose workers have made unrecorded passes over the pages before.
class WarmUpTest {

    @TempDir Path temp;

    static Stream<ConcurrencyModel> models() {
        return Models.all().stream();
    }

    private Site site(int pages) throws Exception {
        return SiteScanner.scan(Folders.withPages(temp, pages), ScanProgress.NONE);
    }

    private Run run(Site site, ConcurrencyModel model, int passes) {
        int workers = Math.min(2, model.workers().most());
        return new Run(
                new Experiment(site, temp.resolve("out"), model, workers)
                        .with(Knobs.STANDARD.withWarmUp(passes)));
    }

    private static ConcurrencyModel model(String id) {
        return Models.byId(id).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("models")
    void after_a_warm_up_every_page_is_recorded_once_and_lanes_still_add_up(ConcurrencyModel model)
            throws Exception {
        Site site = site(40);
        String expected = run(site, model("sequential"), 0).carryOut().treeHash();
        Run run = run(site, model, 2);
        RunResult result = run.carryOut();
        Snapshot trace = result.trace();
        assertThat(result.treeHash()).isEqualTo(expected);
        assertThat(result.done()).isEqualTo(40);
        assertThat(result.notDone()).isZero();
        assertThat(run.progress().ended()).isEqualTo(trace.info().items().size());
        assertThat(spans(trace).filter(span -> trace.stateOf(span).name().equals("write")))
                .extracting(Span::item)
                .as("each page and each file made of pages once")
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, trace.info().items().size()).boxed().toList());
        LaneTime time = LaneTime.of(trace);
        assertThat(time.closes()).isTrue();
        assertThat(time.accounted()).isEqualTo(trace.lanes().size() * trace.endNanos());
        assertThat(trace.info().setting()).isEqualTo("after 2 unrecorded passes");
    }

    @ParameterizedTest
    @CsvSource({"processes, 2, 30", "processes, 3, 20", "hybrid, 2, 60", "hybrid, 3, 30"})
    void children_are_as_warm_as_their_own_share_of_the_passes_makes_them(
            String model, int workers, long pagesEach) throws Exception {
        Site site = site(20);
        run(site, model("sequential"), 0).carryOut(); // which warms this JVM, and no child
        var experiment = new Experiment(site, temp.resolve("out"), model(model), workers);
        assertThat(new Run(experiment).carryOut().trace().info().isCold()).isTrue();
        var warm = new Run(experiment.with(Knobs.STANDARD.withWarmUp(3)));
        assertThat(warm.carryOut().trace().info().renderedBefore()).isEqualTo(pagesEach);
    }

    @ParameterizedTest
    @MethodSource("models")
    void its_time_is_a_figure_of_its_own(ConcurrencyModel model) throws Exception {
        Site site = site(20);
        RunResult result = run(site, model, 3).carryOut();
        assertThat(result.phases().warmUpNanos()).isPositive();
        assertThat(result.phases().renderNanos()).isGreaterThanOrEqualTo(result.trace().endNanos());
        assertThat(run(site, model, 0).carryOut().phases().warmUpNanos()).isZero();
    }

    @Test
    void interpreters_are_as_warm_as_what_they_have_done_in_all_runs() throws Exception {
        Site site = site(20);
        long before = run(site, model("isolated"), 0).carryOut().trace().info().renderedBefore();
        long after = run(site, model("isolated"), 0).carryOut().trace().info().renderedBefore();
        assertThat(after).isGreaterThan(before);
    }

    static Stream<ConcurrencyModel> longLived() {
        return Stream.of("sequential", "fixed-pool", "gil", "staged", "isolated", "processes")
                .map(WarmUpTest::model);
    }

    /// One worker may do a whole pass before another has come to be; and a child process that has
    /// had no batch yet waits for its channel.
    @ParameterizedTest
    @MethodSource("longLived")
    void who_has_warmed_up_waits_for_work_from_the_first_nanosecond(ConcurrencyModel model)
            throws Exception {
        Snapshot trace = run(site(20), model, 1).carryOut().trace();
        var waits = new HashSet<>(Set.of("waiting for work", "starting"));
        if (model.survivesCrashes()) {
            waits.add("waiting for a channel");
        }
        assertThat(trace.lanes().stream().map(lane -> firstState(trace, lane)))
                .contains("waiting for work")
                .isSubsetOf(waits);
    }

    private static String firstState(Snapshot trace, LaneView lane) {
        return trace.stateOf(lane.span(lane.indexAt(0))).name();
    }

    @Test
    void a_worker_that_gets_nothing_to_do_is_on_its_lane_all_the_same() throws Exception {
        Site site = site(1);
        Snapshot trace =
                new Run(
                                new Experiment(site, temp.resolve("out"), model("fixed-pool"), 16)
                                        .with(Knobs.STANDARD.withWarmUp(1)))
                        .carryOut()
                        .trace();
        assertThat(trace.lanes()).hasSize(16);
        assertThat(trace.lanes()).extracting(LaneView::name).contains("fixed-pool-16");
        assertThat(LaneTime.of(trace).closes()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_page_that_fails_in_every_pass_is_reported_once(ConcurrencyModel model) throws Exception {
        Path folder = Folders.withPages(temp, 5);
        Folders.addBrokenPages(folder);
        Run run = run(SiteScanner.scan(folder, ScanProgress.NONE), model, 2);
        RunResult result = run.carryOut();
        assertThat(result.done()).isEqualTo(5);
        assertThat(result.failures())
                .extracting(PageFailure::page)
                .containsExactlyInAnyOrder("latin.md", "matter.md", "shape.md");
        assertThat(run.progress().failures()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_run_can_be_stopped_while_it_warms_up(ConcurrencyModel model) throws Exception {
        Run run = run(site(500), model, Knobs.MOST_PASSES);
        var carryingOut = new FutureTask<>(run::carryOut);
        Thread.ofPlatform().start(carryingOut);
        Wait.until(() -> run.progress().warmUpPass() > 0 || carryingOut.isDone());
        assertThat(run.phase()).isEqualTo(Run.Phase.WARMING_UP);
        assertThat(run.snapshot()).isEmpty();
        run.stop();
        RunResult result = carryingOut.get();
        assertThat(result.stopped()).isTrue();
        assertThat(result.done()).isZero();
        assertThat(result.notDone()).isEqualTo(run.progress().total());
        assertThat(LaneTime.of(result.trace()).closes()).isTrue();
    }

    @Test
    void what_was_remarked_in_the_warm_up_is_not_lost() throws Exception {
        Snapshot trace = run(site(60), model("auto"), 2).carryOut().trace();
        assertThat(trace.remarks()).hasSize(1).first().asString().startsWith("auto chose");
    }

    @Test
    void an_unrecorded_run_warms_up_too() throws Exception {
        Run run =
                new Run(
                        new Experiment(site(10), temp.resolve("out"), model("fixed-pool"), 2)
                                .with(Knobs.STANDARD.withWarmUp(2))
                                .unrecorded());
        RunResult result = run.carryOut();
        assertThat(result.done()).isEqualTo(10);
        assertThat(result.trace().spans()).isEqualTo(1);
        assertThat(run.progress().warmUpPass()).isEqualTo(2);
    }

    @Test
    void neither_faults_nor_an_incremental_run_go_with_a_warm_up() throws Exception {
        var experiment = new Experiment(site(3), temp.resolve("out"), model("fixed-pool"), 2);
        Knobs warm = Knobs.STANDARD.withWarmUp(1);
        assertThatThrownBy(() -> experiment.with(warm).incrementally())
                .hasMessageContaining("no warm-up for an incremental run");
        Knobs both = warm.with(List.of(new Fault(Fault.Kind.EXCEPTION, 0)));
        assertThatThrownBy(() -> experiment.with(both))
                .hasMessage(
                        "A fault strikes its page once, in the first pass: give no warm-up beside"
                                + " faults.");
        assertThatThrownBy(() -> Knobs.STANDARD.withWarmUp(21)).hasMessageContaining("0 to 20");
    }

    private static Stream<Span> spans(Snapshot trace) {
        return trace.lanes().stream()
                .flatMap(lane -> IntStream.range(0, lane.size()).mapToObj(lane::span));
    }
}

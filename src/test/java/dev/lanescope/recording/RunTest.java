package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.Wait;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.RunSummary;
import dev.lanescope.analysis.ThroughputMeter;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.pipeline.output.OutputFolder;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Whole experiments: real folders, the real pipeline, every model.
class RunTest {

    /// More pages than any run has done when it is stopped; nobody writes into their folder.
    private static Site many;

    @TempDir Path temp;

    @BeforeAll
    static void writeMany(@TempDir Path folder) throws Exception {
        many = SiteScanner.scan(Folders.withPages(folder, 2000), ScanProgress.NONE);
    }

    static Stream<Arguments> modelsAndWorkers() {
        return Models.all().stream()
                .flatMap(model ->
                        (model.sharesHeap() ? Stream.of(1, 2, 7) : Stream.of(2)) // JVMs
                                .filter(model.workers()::contains)
                                .map(workers -> Arguments.of(model, workers)));
    }

    private Site site(int pages) throws Exception {
        return SiteScanner.scan(Folders.withPages(temp, pages), ScanProgress.NONE);
    }

    private Run run(Site site, ConcurrencyModel model, int workers) {
        return new Run(new Experiment(site, temp.resolve("out"), model, workers));
    }

    private static ConcurrencyModel sequential() {
        return Models.byId("sequential").orElseThrow();
    }

    @Test
    void what_a_child_that_was_killed_left_half_written_is_not_in_the_site() throws Exception {
        var held = Knobs.STANDARD.withLatency(Duration.ofSeconds(1), Duration.ZERO);
        var model = Models.byId("processes").orElseThrow();
        var run = new Run(new Experiment(site(3), temp.resolve("out"), model, 1).with(held));
        var result = new FutureTask<>(run::carryOut);
        Thread.ofPlatform().start(result);
        Wait.until(() -> run.phase() != Run.Phase.PREPARING);
        Path half = temp.resolve("out/.lanescope-1-1.part");
        Files.writeString(half, "half");
        assertThat(result.get().done()).isEqualTo(3);
        assertThat(half).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("modelsAndWorkers")
    void every_model_writes_the_same_bytes_as_the_sequential_one(
            ConcurrencyModel model, int workers) throws Exception {
        Site site = site(60);
        String expected = run(site, sequential(), 1).carryOut().treeHash();
        RunResult result = run(site, model, workers).carryOut();
        assertThat(result.done()).isEqualTo(60);
        assertThat(result.failures()).isEmpty();
        assertThat(result.treeHash()).isEqualTo(expected).hasSize(64);
    }

    @ParameterizedTest
    @MethodSource("modelsAndWorkers")
    void an_incremental_run_makes_what_changed_and_names_it_on_its_lanes(
            ConcurrencyModel model, int workers) throws Exception {
        run(site(60), model, workers).carryOut();
        Path page = temp.resolve("pages-60/guide/page-00010.md");
        Files.writeString(page, Files.readString(page).replace("[one, two]", "[one, three]"));
        Site now = SiteScanner.scan(temp.resolve("pages-60"), ScanProgress.NONE);
        var experiment = new Experiment(now, temp.resolve("out"), model, workers);
        var run = new Run(experiment.incrementally());
        RunResult result = run.carryOut();
        assertThat(itemsOn(result.trace()))
                .containsExactlyInAnyOrder(
                        "guide/page-00010.md",
                        "tags/index.html",
                        "tags/three.html",
                        "tags/two.html");
        assertThat(result.done()).isEqualTo(1);
        assertThat(result.generated()).isEqualTo(3);
        assertThat(result.notDone()).isZero();
        assertThat(run.progress().total()).isEqualTo(4);
        assertThat(result.treeHash()).isEqualTo(new Run(experiment).carryOut().treeHash());
    }

    private static Set<String> itemsOn(Snapshot trace) {
        Set<String> items = new HashSet<>();
        for (LaneView lane : trace.lanes()) {
            for (int i = 0; i < lane.size(); i++) {
                trace.itemOf(lane.span(i)).ifPresent(items::add);
            }
        }
        return items;
    }

    @ParameterizedTest
    @MethodSource("modelsAndWorkers")
    void lanes_add_up_to_workers_times_makespan(ConcurrencyModel model, int workers)
            throws Exception {
        Snapshot trace = run(site(40), model, workers).carryOut().trace();
        assertThat(trace.finished()).isTrue();
        LaneTime time = LaneTime.of(trace);
        assertThat(time.closes()).isTrue();
        assertThat(time.accounted()).isEqualTo(trace.lanes().size() * trace.endNanos());
        assertThat(ThroughputMeter.of(trace).pagesFinished()).isEqualTo(40);
        assertThat(RunSummary.of(trace).isComplete()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("modelsAndWorkers")
    void every_page_passes_every_stage_once_and_in_order(ConcurrencyModel model, int workers)
            throws Exception {
        Snapshot trace = run(site(40), model, workers).carryOut().trace();
        Map<Integer, List<String>> stages = new HashMap<>();
        trace.lanes().stream()
                .flatMap(lane -> IntStream.range(0, lane.size()).mapToObj(lane::span))
                .filter(Span::hasItem)
                .sorted(
                        Comparator.comparingLong(Span::startNanos)
                                .thenComparingLong(Span::endNanos))
                .forEach(span ->
                        stages.computeIfAbsent(span.item(), _ -> new ArrayList<>())
                                .add(trace.stateOf(span).name()));
        assertThat(stages).hasSize(trace.info().items().size());
        stages.keySet().removeIf(item -> item >= trace.info().pages());
        assertThat(stages).hasSize(40);
        assertThat(stages.values())
                .allMatch(
                        List.of(
                                        "read",
                                        "front matter",
                                        "parse",
                                        "transform",
                                        "render",
                                        "template",
                                        "write")
                                ::equals);
    }

    @ParameterizedTest
    @MethodSource("modelsAndWorkers")
    void pages_that_fail_are_reported_with_file_line_and_cause(ConcurrencyModel model, int workers)
            throws Exception {
        Path folder = Folders.withPages(temp, 20);
        Folders.addBrokenPages(folder);
        Site site = SiteScanner.scan(folder, ScanProgress.NONE);
        RunResult result = run(site, model, workers).carryOut();
        assertThat(result.done()).isEqualTo(20);
        assertThat(result.failures())
                .extracting(PageFailure::page)
                .containsExactlyInAnyOrder("latin.md", "matter.md", "shape.md");
        assertThat(result.failures())
                .allSatisfy(failure -> {
                    assertThat(failure.cause()).contains(failure.page());
                    assertThat(failure.line()).isPositive();
                });
        assertThat(temp.resolve("out/latin.html")).doesNotExist();
        assertThat(LaneTime.of(result.trace()).closes()).isTrue();
    }

    @Test
    void a_run_can_be_watched_while_it_goes_on() throws Exception {
        Run run = run(site(1500), Models.byId("fixed-pool").orElseThrow(), 2);
        var carryingOut = new FutureTask<>(run::carryOut);
        Thread.ofPlatform().start(carryingOut);
        var looks = new AtomicInteger();
        Wait.until(() -> {
            run.snapshot()
                    .ifPresent(now -> {
                        assertThat(LaneTime.of(now).closes()).isTrue();
                        looks.incrementAndGet();
                    });
            return carryingOut.isDone();
        });
        assertThat(carryingOut.get().done()).isEqualTo(1500);
        assertThat(looks).hasPositiveValue();
        assertThat(run.phase()).isEqualTo(Run.Phase.OVER);
    }

    @ParameterizedTest
    @MethodSource("modelsAndWorkers")
    void a_stopped_run_keeps_what_it_has_and_leaves_no_half_written_file(
            ConcurrencyModel model, int workers) throws Exception {
        Run run = run(many, model, workers);
        var carryingOut = new FutureTask<>(run::carryOut);
        Thread.ofPlatform().start(carryingOut);
        Wait.until(() -> run.progress().done() >= 5 || carryingOut.isDone());
        run.stop();
        RunResult result = carryingOut.get();
        assertThat(result.stopped()).isTrue();
        assertThat(result.done()).isBetween(5, 1999);
        assertThat(result.notDone()).isEqualTo(run.progress().total() - result.done());
        assertThat(LaneTime.of(result.trace()).closes()).isTrue();
        try (Stream<Path> files = Files.walk(temp.resolve("out"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .allMatch(file -> !file.getFileName().toString().matches(".*\\.(tmp|part)"));
        }
    }

    @Test
    void a_run_stopped_while_it_prepares_ends_as_a_stopped_run() throws Exception {
        for (int round = 0; round < 20; round++) {
            Run run = run(site(30), sequential(), 1);
            var carryingOut = new FutureTask<>(run::carryOut);
            Thread.ofPlatform().daemon().start(carryingOut);
            while (round % 2 == 1
                    && run.phase() == Run.Phase.PREPARING
                    && run.progress().done() == 0) {
                Thread.onSpinWait(); // every other one is stopped at its very beginning
            }
            run.stop();
            try {
                RunResult result = carryingOut.get();
                assertThat(result.done() + result.generated() + result.notDone())
                        .isEqualTo(result.trace().info().items().size());
            } catch (ExecutionException e) { // it was copying static files just then
                assertThat(e.getCause())
                        .isInstanceOf(RunException.class)
                        .hasMessageContaining("was stopped");
            }
        }
    }

    @Test
    void a_run_stopped_while_it_copies_static_files_leaves_none_half_written() throws Exception {
        Path folder = Folders.withPages(temp, 3);
        try (var big = new RandomAccessFile(folder.resolve("big.bin").toFile(), "rw")) {
            big.setLength(4L << 30); // takes no room here, but takes a while to copy
        }
        Site site = SiteScanner.scan(folder, ScanProgress.NONE);
        Run run = run(site, sequential(), 1);
        var carryingOut = new FutureTask<>(run::carryOut);
        Thread.ofPlatform().start(carryingOut);
        Path output = temp.resolve("out");
        Wait.until(() -> holdsUnfinishedFile(output) || carryingOut.isDone());
        run.stop();
        assertThatThrownBy(carryingOut::get)
                .hasCauseInstanceOf(RunException.class)
                .hasMessageContaining("was stopped");
        assertThat(holdsUnfinishedFile(output)).isFalse();
        assertThat(output.resolve("big.bin")).doesNotExist();
    }

    private static boolean holdsUnfinishedFile(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(OutputFolder::isTemporary);
        }
    }

    @Test
    void two_runs_do_not_write_into_one_folder() throws Exception {
        Run first = run(many, sequential(), 1);
        var carryingOut = new FutureTask<>(first::carryOut);
        Thread.ofPlatform().start(carryingOut);
        Wait.until(() -> first.progress().done() > 0 || carryingOut.isDone());
        assertThatThrownBy(() -> run(site(3), sequential(), 1).carryOut())
                .isInstanceOf(RunException.class)
                .hasMessageContaining("Another run is writing to");
        first.stop();
        assertThat(carryingOut.get().stopped()).isTrue();
        assertThat(run(site(3), sequential(), 1).carryOut().done()).isEqualTo(3);
    }

    @Test
    void a_folder_that_is_not_ours_is_refused_and_left_alone() throws Exception {
        Path mine = Files.createDirectories(temp.resolve("out"));
        Files.writeString(mine.resolve("thesis.txt"), "years of work");
        Run run = run(site(3), sequential(), 1);
        assertThatThrownBy(run::carryOut)
                .isInstanceOf(RunException.class)
                .hasMessageContaining(mine.toString());
        assertThat(mine.resolve("thesis.txt")).hasContent("years of work");
        assertThat(run.snapshot()).isEmpty();
    }

    @Test
    void more_workers_than_pages_and_a_single_page_work() throws Exception {
        Site site = site(1);
        RunResult result = run(site, Models.byId("fixed-pool").orElseThrow(), 16).carryOut();
        assertThat(result.done()).isEqualTo(1);
        assertThat(result.trace().lanes()).hasSize(16);
        assertThat(LaneTime.of(result.trace()).closes()).isTrue();
    }

    /// What the timeline shows of a global lock: while one lane computes, no other does.
    @Test
    void under_a_global_lock_the_lanes_never_compute_at_the_same_time() throws Exception {
        Snapshot trace = run(site(60), Models.byId("gil").orElseThrow(), 3).carryOut().trace();
        List<Span> computing =
                trace.lanes().stream()
                        .flatMap(lane -> IntStream.range(0, lane.size()).mapToObj(lane::span))
                        .filter(span -> trace.stateOf(span).kind().isWork())
                        .filter(span ->
                                !List.of("read", "write").contains(trace.stateOf(span).name()))
                        .filter(span -> span.nanos() > 0)
                        .sorted(Comparator.comparingLong(Span::startNanos))
                        .toList();
        for (int i = 1; i < computing.size(); i++) {
            assertThat(computing.get(i).startNanos())
                    .isGreaterThanOrEqualTo(computing.get(i - 1).endNanos());
        }
    }

    @Test
    void an_unrecorded_run_does_the_same_work() throws Exception {
        Site site = site(30);
        var pool = Models.byId("fixed-pool").orElseThrow();
        RunResult recorded = run(site, pool, 2).carryOut();
        RunResult silent =
                new Run(new Experiment(site, temp.resolve("out"), pool, 2).unrecorded()).carryOut();
        assertThat(silent.treeHash()).isEqualTo(recorded.treeHash());
        assertThat(silent.done()).isEqualTo(30);
        assertThat(silent.trace().spans()).isEqualTo(1);
    }

    @Test
    void the_first_run_of_a_jvm_is_cold_and_later_ones_say_how_warm_they_are() throws Exception {
        Site site = site(10);
        run(site, sequential(), 1).carryOut();
        RunResult later = run(site, sequential(), 1).carryOut();
        assertThat(later.trace().info().renderedBefore()).isGreaterThanOrEqualTo(10);
        assertThat(later.trace().info().isCold()).isFalse();
    }
}

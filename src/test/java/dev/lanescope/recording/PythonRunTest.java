package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.Children;
import dev.lanescope.Temporary;
import dev.lanescope.Wait;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Scheduling;
import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.trace.CounterNames;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/// Runs of a real CPython: the one that comes along.
@ResourceLock(Children.OF_THIS_JVM)
class PythonRunTest {

    private static Optional<PythonRuntime> bundled = Optional.empty();

    @TempDir Path temp;
    private Set<String> before = Set.of();

    @BeforeAll
    static void unpack() throws Exception {
        var runtimes = new Runtimes(Path.of("target", "pythons").toAbsolutePath());
        assumeTrue(runtimes.bundled().isThere(), "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        bundled = Optional.of(runtimes.unpacked());
    }

    @BeforeEach
    void look() throws Exception {
        before = Temporary.ofThisJvm();
    }

    @AfterEach
    void neither_python_nor_folder_stays_behind() throws Exception {
        Wait.until(() -> ProcessHandle.current().descendants().noneMatch(PythonRunTest::isPython));
        Wait.until(() -> Temporary.ofThisJvm().equals(before));
    }

    private static boolean isPython(ProcessHandle process) {
        return process.info().command().filter(name -> name.contains("python")).isPresent();
    }

    static Stream<String> models() {
        return Models.selectable().stream()
                .filter(ConcurrencyModel::isForeign)
                .map(ConcurrencyModel::id);
    }

    private static ConcurrencyModel model(String id) {
        return ((PythonModel) Models.byId(id).orElseThrow()).on(bundled.orElseThrow());
    }

    private Site site(int pages) throws Exception {
        return SiteScanner.scan(Folders.withPages(temp, pages), ScanProgress.NONE);
    }

    private Experiment experiment(Site site, String id, int workers) {
        ConcurrencyModel model = model(id);
        int number = model.workers().contains(workers) ? workers : 1;
        return new Experiment(site, temp.resolve("out"), model, number);
    }

    @Test
    void every_executor_and_number_of_workers_writes_the_same_bytes() throws Exception {
        Site site = site(30);
        String expected = new Run(experiment(site, "python-sequential", 1)).carryOut().treeHash();
        assertThat(temp.resolve("out/guide/page-00001.html")).content().contains("<em>text</em>");
        for (String id : models().toList()) {
            for (int workers : List.of(1, 3)) {
                RunResult result = new Run(experiment(site, id, workers)).carryOut();
                assertThat(result.done()).as(id).isEqualTo(30);
                assertThat(result.failures()).as(id).isEmpty();
                assertThat(result.treeHash()).as("%s x %d", id, workers).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void its_lanes_are_tiled_and_say_which_page_was_where(String id) throws Exception {
        Snapshot trace = new Run(experiment(site(20), id, 2)).carryOut().trace();
        assertThat(LaneTime.of(trace).closes()).isTrue();
        var rendered = new ArrayList<String>();
        for (LaneView lane : trace.lanes()) {
            for (int at = 0; at < lane.size(); at++) {
                Span span = lane.span(at);
                if (trace.stateOf(span).name().equals("template")) {
                    trace.itemOf(span).ifPresent(rendered::add);
                }
            }
        }
        assertThat(rendered.stream().distinct()).hasSize(20);
        assertThat(trace.info().setting()).isEqualTo("CPython bundled");
    }

    @Test
    void a_run_on_a_python_that_nobody_chose_says_on_which_from_its_first_moment_on()
            throws Exception {
        ConcurrencyModel unsettled = Models.byId("python-sequential").orElseThrow();
        assertThat(unsettled.setting()).isEmpty();
        var run = new Run(new Experiment(site(3), temp.resolve("out"), unsettled, 1));
        Snapshot trace = run.carryOut().trace();
        String setting = trace.info().setting();
        assertThat(setting).isEqualTo(run.experiment().model().setting()).startsWith("CPython ");
        assertThat(new Contender(List.of(trace)).model())
                .isEqualTo("python-sequential@" + setting.substring("CPython ".length()));
    }

    @Test
    void a_run_that_is_stopped_before_it_begins_starts_no_python() throws Exception {
        var run = new Run(experiment(site(3), "python-threads", 2));
        run.stop();
        assertThatThrownBy(run::carryOut)
                .isInstanceOf(RunException.class)
                .hasMessage("The run was stopped before it began; nothing was written.");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"python-interpreters", "python-processes"})
    void two_interpreters_compute_at_once(String id) throws Exception {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "ONE PROCESSOR ONLY");
        boolean atOnce = false;
        for (int run = 0; run < 50 && !atOnce; run++) { // others may have a processor for a while
            atOnce = AtOnce.in(pages(id, 30));
        }
        assertThat(atOnce).as("more processor time than passed").isTrue();
    }

    /// But for reading and writing, which let go of the GIL.
    @Test
    void two_threads_under_the_gil_use_no_more_than_one_processor() throws Exception {
        boolean waited = false;
        for (int run = 0; run < 8 && !waited; run++) { // on a busy machine they seldom meet
            Snapshot trace = pages("python-threads", 20);
            assertThat(trace.lanes()).hasSize(2);
            assertThat(cpuBesidesFiles(trace)).isPositive().isLessThanOrEqualTo(trace.endNanos());
            assertThat(AtOnce.in(trace)).isFalse();
            waited = states(trace).contains("waiting for a lock");
        }
        assertThat(waited).isTrue();
    }

    private static long cpuBesidesFiles(Snapshot trace) {
        return trace.lanes().stream().mapToLong(lane -> cpuBesidesFiles(trace, lane)).sum();
    }

    private static long cpuBesidesFiles(Snapshot trace, LaneView lane) {
        long before = -1;
        long after = -1;
        long files = 0;
        for (int at = 0; at < lane.size(); at++) {
            before = before < 0 ? lane.cpuNanos(at) : before; // what the warm-up used
            after = Math.max(after, lane.cpuNanos(at));
            String state = trace.state(lane.state(at)).name();
            boolean file = state.equals("read") || state.equals("write");
            files += file ? lane.cpuNanos(at + 1) - lane.cpuNanos(at) : 0;
        }
        return after - before - files;
    }

    private Snapshot pages(String id, int weight) throws Exception {
        var knobs = Knobs.STANDARD.withCpuWeight(weight).withWarmUp(1);
        return new Run(experiment(site(120), id, 2).with(knobs)).carryOut().trace();
    }

    private static List<String> states(Snapshot trace) {
        return trace.lanes().stream()
                .flatMap(lane ->
                        java.util.stream.IntStream.range(0, lane.size())
                                .mapToObj(at -> trace.state(lane.state(at)).name()))
                .distinct()
                .toList();
    }

    @Test
    void a_page_that_ends_its_process_costs_a_pool_of_processes_nothing_else() throws Exception {
        RunResult result = faulty("python-processes", Fault.Kind.HALT);
        assertThat(result.done()).isEqualTo(19);
        assertThat(result.failures()).hasSize(1);
        assertThat(result.failures().getFirst().page()).isEqualTo("guide/page-00005.md");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"HALT", "CRASH"})
    void a_page_that_ends_an_interpreter_ends_them_all_and_the_run_says_so(Fault.Kind kind)
            throws Exception {
        RunResult result = faulty("python-threads", kind);
        assertThat(result.done()).isLessThan(20);
        assertThat(result.failures()).hasSize(20 - result.done());
        String how = kind == Fault.Kind.HALT ? "ended with exit code 3" : "was ended by SIGABRT";
        assertThat(result.trace().remarks())
                .anySatisfy(remark ->
                        assertThat(remark)
                                .startsWith("CPython 3.14.3 " + how)
                                .endsWith("is lost."));
        assertThat(result.failures())
                .anySatisfy(failure ->
                        assertThat(failure.toString()).contains("while it was at this page"));
    }

    @Test
    void a_page_that_throws_costs_nobody_anything() throws Exception {
        for (String id : models().toList()) {
            RunResult result = faulty(id, Fault.Kind.EXCEPTION);
            assertThat(result.done()).as(id).isEqualTo(19);
        }
    }

    @Test
    void a_page_that_fails_leaves_the_same_record_under_every_executor() throws Exception {
        List<PageFailure> expected = faulty("python-sequential", Fault.Kind.EXCEPTION).failures();
        assertThat(expected)
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.page()).isEqualTo("guide/page-00005.md");
                    assertThat(failure.cause()).contains(failure.page(), failure.stage());
                });
        for (String id : models().toList()) {
            assertThat(faulty(id, Fault.Kind.EXCEPTION).failures()).as(id).isEqualTo(expected);
        }
    }

    private RunResult faulty(String id, Fault.Kind kind) throws Exception {
        var knobs = Knobs.STANDARD.with(List.of(new Fault(kind, 5)));
        return new Run(experiment(site(20), id, 2).with(knobs)).carryOut();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_stop_ends_it_although_a_page_never_comes_back(String id) throws Exception {
        var knobs = Knobs.STANDARD.with(List.of(new Fault(Fault.Kind.ENDLESS_LOOP, 3)));
        var run = new Run(experiment(site(40), id, 2).with(knobs));
        var result = new FutureTask<>(run::carryOut);
        Thread.ofPlatform().start(result);
        Wait.until(() -> run.progress().done() > 1);
        run.stop();
        assertThat(result.get().stopped()).isTrue();
        try (Stream<Path> files = Files.walk(temp.resolve("out"))) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void knobs_are_honoured_or_refused() throws Exception {
        var slow = Knobs.STANDARD.withLatency(Duration.ofMillis(5), Duration.ofMillis(5));
        Site site = site(12);
        for (String id : models().toList()) {
            Snapshot trace = new Run(experiment(site, id, 2).with(slow)).carryOut().trace();
            assertThat(states(trace)).as(id).contains("waiting for I/O");
        }
        assertThat(model("python-threads").refusal(Knobs.STANDARD.withBatch(2))).isPresent();
        assertThat(model("python-processes").refusal(Knobs.STANDARD.withBatch(2))).isEmpty();
        assertThat(model("python-processes").refusal(Knobs.STANDARD.with(Scheduling.ROUND_ROBIN)))
                .isPresent();
        var timeout = Knobs.STANDARD.withPageTimeout(Duration.ofSeconds(2));
        assertThat(model("python-processes").refusal(timeout))
                .hasValue("Python's executors cannot give up a page.");
    }

    /// What hangs on a page weighs more than the page: that is what this knob is there to show.
    @ParameterizedTest
    @ValueSource(strings = {"python-interpreters", "python-processes"})
    void pages_are_sent_by_number_with_their_text_or_with_their_whole_site(String id)
            throws Exception {
        Site site = site(60);
        List<Long> sizes = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        var ways = List.of(Transport.RECORDS, Transport.PICKLED_PAGES, Transport.PICKLED_SITES);
        for (Transport way : ways) {
            var knobs = Knobs.STANDARD.with(way);
            assertThat(model(id).refusal(knobs)).isEmpty();
            RunResult result = new Run(experiment(site, id, 2).with(knobs)).carryOut();
            assertThat(result.done()).isEqualTo(60);
            hashes.add(result.treeHash());
            sizes.add(packedBytes(result.trace()));
        }
        assertThat(Set.copyOf(hashes)).hasSize(1);
        assertThat(sizes.get(1)).isGreaterThan(4 * sizes.get(0));
        assertThat(sizes.get(2)).isGreaterThan(2 * sizes.get(1));
        var shared = Knobs.STANDARD.with(Transport.SHARED_MEMORY);
        assertThat(model(id).refusal(shared))
                .hasValueSatisfying(why -> assertThat(why).startsWith("CPython pickles"));
        assertThat(model("python-threads").refusal(Knobs.STANDARD.with(Transport.PICKLED_PAGES)))
                .hasValue("Its pages do not cross to anywhere.");
        var processes = Models.byId("processes").orElseThrow();
        assertThat(processes.refusal(Knobs.STANDARD.with(Transport.PICKLED_PAGES)))
                .hasValue("Pages are pickled by a real CPython only.");
    }

    private static long packedBytes(Snapshot trace) {
        String told =
                trace.info().facts().stream()
                        .filter(fact -> fact.name().equals("Packed by CPython"))
                        .findFirst()
                        .orElseThrow()
                        .value();
        return Long.parseLong(told.substring(0, told.indexOf(' ')));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_kernel_is_asked_how_long_its_threads_waited_for_a_processor() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/schedstat")), "THIS KERNEL DOES NOT COUNT");
        for (int warmUp : List.of(0, 1)) {
            var knobs = Knobs.STANDARD.withWarmUp(warmUp);
            var run = experiment(site(20), "python-threads", 2).with(knobs).watchingJvm(true);
            Snapshot trace = new Run(run).carryOut().trace();
            assertThat(trace.counters())
                    .extracting(counter -> counter.name())
                    .contains(CounterNames.runQueue(0), CounterNames.runQueue(1));
            assertThat(trace.remarks()).noneMatch(remark -> remark.contains("JVM"));
        }
    }

    @Test
    void what_python_left_is_rendered_anew_by_an_incremental_run() throws Exception {
        Site site = site(5);
        new Run(experiment(site, "python-sequential", 1)).carryOut();
        var ours = Models.byId("sequential").orElseThrow();
        var again = new Experiment(site, temp.resolve("out"), ours, 1).incrementally();
        assertThat(new Run(again).carryOut().done()).isEqualTo(5);
    }
}

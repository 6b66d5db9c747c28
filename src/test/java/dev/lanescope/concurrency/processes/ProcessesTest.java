package dev.lanescope.concurrency.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Children;
import dev.lanescope.Lengthy;
import dev.lanescope.Temporary;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Sums;
import dev.lanescope.concurrency.kit.PageTimeout;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Transport;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What only models of child processes can do: lose children, and lose nothing by it.
@ResourceLock(Children.OF_THIS_JVM)
class ProcessesTest {

    private static final Knobs SLOW =
            Knobs.STANDARD.withLatency(Duration.ofMillis(1), Duration.ZERO);

    private static List<Outcome<Integer>> run(int workers, int items, Knobs knobs, Observer watched)
            throws Exception {
        return new Processes()
                .run(
                        new Sums(),
                        items(items),
                        new Orders(workers, knobs),
                        watched,
                        new StopSignal());
    }

    private static List<Integer> items(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static void assertAllDone(List<Outcome<Integer>> outcomes, Set<Integer> but) {
        for (int item = 0; item < outcomes.size(); item++) {
            if (!but.contains(item)) {
                assertThat(outcomes.get(item)).isEqualTo(new Outcome.Done<>(Sums.expected(item)));
            }
        }
    }

    @Test
    void a_child_that_is_killed_in_the_middle_loses_nothing_and_doubles_nothing() throws Exception {
        var killed = new AtomicBoolean();
        var watched =
                new Watched() {
                    @Override
                    void at(int lane, int item) {
                        if (item >= 50 && killed.compareAndSet(false, true)) {
                            ProcessHandle.of(pid(lane)).ifPresent(ProcessHandle::destroyForcibly);
                        }
                    }
                };
        assertAllDone(run(2, 1500, SLOW, watched), Set.of());
        assertThat(killed).isTrue();
        assertThat(watched.done).containsExactlyInAnyOrderElementsOf(items(1500));
        assertThat(watched.names.values()).anyMatch(name -> name.contains("no. 2"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"EXIT", "HALT", "CRASH"})
    void a_page_that_ends_its_process_fails_alone(Fault.Kind kind) throws Exception {
        var watched = new Watched();
        var knobs = Knobs.STANDARD.with(List.of(new Fault(kind, 11)));
        List<Outcome<Integer>> outcomes = run(2, 60, knobs, watched);
        assertAllDone(outcomes, Set.of(11));
        assertThat(outcomes.get(11))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> {
                            assertThat(failed.cause().toString())
                                    .isEqualTo(
                                            "the process that rendered it died, and again when it was tried alone"
                                                    + " (exit code "
                                                    + switch (kind) {
                                                        case EXIT -> 70;
                                                        case HALT -> 71;
                                                        default -> 137;
                                                    }
                                                    + ")");
                        });
        assertThat(watched.failed).containsExactly(11);
        assertThat(watched.done).hasSize(59).doesNotHaveDuplicates();
    }

    @Test
    void two_pages_that_end_their_processes_both_fail_and_nobody_else() throws Exception {
        var knobs =
                Knobs.STANDARD.with(
                        List.of(
                                new Fault(Fault.Kind.HALT, 3), //
                                new Fault(Fault.Kind.HALT, 4)));
        List<Outcome<Integer>> outcomes = run(1, 30, knobs, new Watched());
        assertAllDone(outcomes, Set.of(3, 4));
        assertThat(outcomes.subList(3, 5)).allMatch(Outcome.Failed.class::isInstance);
    }

    @Test
    void a_page_that_never_ends_is_given_up_with_its_process() throws Exception {
        var knobs =
                Knobs.STANDARD
                        .with(List.of(new Fault(Fault.Kind.ENDLESS_LOOP, 5)))
                        .withPageTimeout(Duration.ofMillis(400));
        List<Outcome<Integer>> outcomes = run(2, 60, knobs, new Watched());
        assertAllDone(outcomes, Set.of(5));
        assertThat(outcomes.get(5))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                assertThat(failed.cause())
                                        .isInstanceOf(PageTimeout.class)
                                        .hasMessage("given up after 400 ms"));
    }

    @Test
    void a_child_that_says_nothing_any_more_is_replaced() throws Exception {
        var frozen = new AtomicBoolean();
        var watched =
                new Watched() {
                    @Override
                    void at(int lane, int item) {
                        if (item >= 10 && frozen.compareAndSet(false, true)) {
                            freeze(pid(lane));
                        }
                    }
                };
        var knobs = SLOW.withPageTimeout(Duration.ofMillis(300)).withBatch(2);
        assertAllDone(run(1, 200, knobs, watched), Set.copyOf(watched.failed));
        assertThat(frozen).isTrue();
        assertThat(watched.failed).hasSizeLessThan(2); // the one it happened to be at
    }

    @ParameterizedTest
    @CsvSource({"4, 1", "4, 2", "5, 3"})
    void as_many_threads_share_a_process_as_the_knob_says(int workers, int threads)
            throws Exception {
        var watched = new Watched();
        var orders = new Orders(workers, Knobs.STANDARD.withThreads(threads));
        List<Integer> items = IntStream.range(0, 40).boxed().toList();
        assertThat(new Hybrid().run(new Sums(), items, orders, watched, new StopSignal()))
                .hasSize(40);
        assertThat(orders.groups()).hasSize(Math.ceilDiv(workers, threads));
        assertThat(orders.groups().stream().mapToInt(Integer::intValue).sum()).isEqualTo(workers);
        for (int lane : watched.names.keySet()) { // who came too late for any page has none
            for (int other : watched.names.keySet()) {
                assertThat(watched.pid(lane) == watched.pid(other))
                        .as(watched.names.toString())
                        .isEqualTo(lane / threads == other / threads);
            }
        }
    }

    private static void freeze(long pid) {
        try {
            new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"RECORDS", "SERIALIZATION", "SHARED_MEMORY"})
    void bytes_cross_as_one_likes_and_are_counted(Transport transport) throws Exception {
        var watched = new Watched();
        assertAllDone(run(1, 300, Knobs.STANDARD.with(transport), watched), Set.of());
        assertThat(watched.gauges).containsOnlyKeys("bytes sent", "bytes received");
        assertThat(watched.gauges.get("bytes sent")).isGreaterThan(300 * 4);
        assertThat(watched.gauges.get("bytes received")).isGreaterThan(300 * 4);
    }

    @Test
    void a_child_tells_of_its_life_from_its_setup_to_its_end() throws Exception {
        var watched = new Watched();
        run(1, 50, Knobs.STANDARD, watched);
        assertThat(watched.known.entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("Life of process 1 (pid "))
                .singleElement()
                .extracting(Map.Entry::getValue)
                .asString()
                .matches(
                        "new, init after \\S+ ms, warm after \\S+ ms, run after \\S+ ms, drain after"
                                + " \\S+ ms, closed after \\S+ ms");
    }

    @Test
    void what_a_process_cannot_do_is_refused_with_the_reason() {
        var model = new Processes();
        assertThat(model.refusal(Knobs.STANDARD)).isEmpty();
        assertThat(model.refusal(Knobs.STANDARD.with(Transport.REFERENCE)))
                .hasValue("Its workers share no heap: a reference means nothing to them.");
    }

    @Test
    void what_a_child_tells_happened_on_our_clock() throws Exception {
        var watched = new Watched();
        long before = System.nanoTime();
        run(1, 50, Knobs.STANDARD, watched); // its clock is seconds ahead, see Sums
        long after = System.nanoTime();
        assertThat(watched.moments)
                .hasSizeGreaterThan(150)
                .allSatisfy(moment -> assertThat(moment).isBetween(before, after));
        assertThat(Set.copyOf(watched.moments))
                .as("moments that were only cut off at the present would all be the same")
                .hasSizeGreaterThan(100);
    }

    @Tag(Lengthy.TAG)
    @Test
    void fifty_runs_leave_no_process_no_file_no_socket_and_no_thread() throws Exception {
        run(1, 5, Knobs.STANDARD, new Watched());
        Set<String> files = Temporary.ofThisJvm();
        long descriptors = descriptors();
        for (int run = 0; run < 50; run++) {
            Transport transport = run % 2 == 0 ? Transport.RECORDS : Transport.SHARED_MEMORY;
            run(1, 5, Knobs.STANDARD.with(transport), Observer.nobody());
        }
        assertThat(ProcessHandle.current().children().filter(ProcessesTest::isOurs)).isEmpty();
        assertThat(Temporary.ofThisJvm()).isEqualTo(files);
        assertThat(descriptors()).isLessThan(descriptors + 10);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("processes"));
    }

    private static boolean isOurs(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("ChildMain");
    }

    private static long descriptors() throws IOException {
        Path all = Path.of("/proc/self/fd");
        if (!Files.isDirectory(all)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(all)) {
            return files.count();
        }
    }

    @Test
    void a_parent_that_is_killed_leaves_no_child() throws Exception {
        Process parent =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-classpath",
                                System.getProperty("java.class.path"),
                                DoomedParent.class.getName())
                        .redirectErrorStream(true)
                        .start();
        long child;
        try (var said =
                new BufferedReader(
                        new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            child = Long.parseLong(said.readLine());
            parent.destroyForcibly().waitFor();
        }
        ProcessHandle.of(child)
                .ifPresent(alive ->
                        assertThat(alive.onExit())
                                .succeedsWithin(Duration.ofMillis(TimeUnit.SECONDS.toMillis(20))));
    }

    /// A program of which nothing is known but that it is killed while its child is busy.
    static final class DoomedParent {
        public static void main(String[] args) throws Exception {
            var watched =
                    new Watched() {
                        @Override
                        void at(int lane, int item) {
                            System.out.println(pid(lane));
                        }
                    };
            run(1, 1, Knobs.STANDARD.with(List.of(new Fault(Fault.Kind.ENDLESS_LOOP, 0))), watched);
        }
    }
}

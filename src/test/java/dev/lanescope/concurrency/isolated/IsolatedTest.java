package dev.lanescope.concurrency.isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.kit.Life.Phase;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Scheduling;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What only models of interpreters can do: be apart from each other, and outlive a run.
class IsolatedTest {

    private final Interpreters pool = new Interpreters();

    @AfterEach
    void destroyAll() throws InterruptedException {
        System.clearProperty(Census.RELEASE);
        for (Interpreter interpreter : pool.list()) {
            pool.destroy(interpreter);
        }
    }

    private static List<Outcome<Integer>> run(
            ConcurrencyModel model, List<Integer> items, Orders orders, Observer observer)
            throws Exception {
        return model.run(new Census(), items, orders, observer, new StopSignal());
    }

    private List<Outcome<Integer>> run(int workers, int items) throws Exception {
        return run(new Isolated(pool), items(items), Orders.of(workers), Observer.nobody());
    }

    private static List<Integer> items(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static List<Outcome<Integer>> counts(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .<Outcome<Integer>>mapToObj(Outcome.Done::new)
                .toList();
    }

    /// Tells what threads wait for.
    private static Observer waits(Consumer<Waiting> told) {
        return _ ->
                new LaneObserver() {
                    @Override
                    public void waits(Waiting what) {
                        told.accept(what);
                    }

                    @Override
                    public void works(int item, int stage) {}

                    @Override
                    public void done(int item) {}

                    @Override
                    public void failed(int item, int stage, Throwable cause) {}

                    @Override
                    public void ends() {}
                };
    }

    @Test
    void what_is_changed_inside_is_not_changed_outside() throws Exception {
        assertThat(run(1, 10)).isEqualTo(counts(1, 10));
        assertThat(Census.COUNT).hasValue(0);
    }

    @Test
    void no_interpreter_sees_what_another_changes() throws Exception {
        var dealt = new Orders(2, Knobs.STANDARD.with(Scheduling.ROUND_ROBIN));
        List<Outcome<Integer>> outcomes =
                run(new Isolated(pool), items(20), dealt, Observer.nobody());
        for (int item = 0; item < 20; item++) {
            assertThat(outcomes.get(item)).isEqualTo(new Outcome.Done<>(item / 2 + 1));
        }
    }

    @Test
    void interpreters_outlive_a_run_and_the_next_one_goes_on_with_them() throws Exception {
        run(1, 10);
        Interpreter first = pool.list().getFirst();
        assertThat(run(1, 5)).isEqualTo(counts(11, 15));
        assertThat(pool.list()).containsExactly(first);
        assertThat(first.itemsDone()).isEqualTo(15);
        assertThat(first.runs()).isEqualTo(2);
        run(3, 5);
        assertThat(pool.list()).hasSize(3).startsWith(first);
    }

    @Test
    void an_interpreter_is_new_then_warm_between_runs_and_closed_when_nothing_is_left()
            throws Exception {
        Interpreter interpreter = pool.create();
        assertThat(interpreter.phase()).isEqualTo(Phase.NEW);
        Map<String, String> known = new ConcurrentHashMap<>();
        var observer =
                new Observer() {
                    @Override
                    public LaneObserver workerBegins(int lane) {
                        assertThat(interpreter.phase()).isIn(Phase.INIT, Phase.RUN);
                        return LaneObserver.NOBODY;
                    }

                    @Override
                    public long nanos() {
                        return System.nanoTime();
                    }

                    @Override
                    public void knows(String name, String value) {
                        known.put(name, value);
                    }
                };
        run(new Isolated(pool), items(10), Orders.of(1), observer);
        assertThat(interpreter.phase()).isEqualTo(Phase.WARM);
        assertThat(known.get("Life of interpreter 1"))
                .matches("init, warm after \\S+ ms, run after \\S+ ms, warm after \\S+ ms");
        run(new Isolated(pool), items(10), Orders.of(1), observer);
        assertThat(known.get("Life of interpreter 1")).matches("run, warm after \\S+ ms");
        pool.destroy(interpreter);
        assertThat(interpreter.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void two_runs_at_once_do_not_share_an_interpreter() throws Exception {
        var model = new Isolated(pool);
        try (var _ = model.hire(new Census(), Orders.of(2), Observer.nobody(), new StopSignal())) {
            run(2, 10);
            assertThat(pool.list()).hasSize(4);
            Interpreter taken = pool.list().getFirst();
            assertThatThrownBy(() -> pool.destroy(taken))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("interpreter 1 works in a run; stop that first");
        }
        run(4, 10);
        assertThat(pool.list()).hasSize(4);
    }

    @Test
    void of_a_destroyed_interpreter_nothing_is_left() throws Exception {
        Set<Path> filesBefore = openFiles();
        Set<Thread> threadsBefore = interpreterThreads();
        run(1, 10);
        WeakReference<ClassLoader> loader = destroyFirst();
        assertThat(threadsBefore).containsAll(interpreterThreads());
        assertThat(pool.list()).isEmpty();
        Set<Path> files = openFiles();
        files.removeAll(filesBefore);
        assertThat(files).noneMatch(file -> file.toString().endsWith(".jar"));
        while (loader.get() != null) {
            System.gc();
        }
    }

    private WeakReference<ClassLoader> destroyFirst() throws InterruptedException {
        Interpreter first = pool.list().getFirst();
        pool.destroy(first);
        return new WeakReference<>(first.loader());
    }

    /// Linux only; empty elsewhere.
    private static Set<Path> openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return new HashSet<>();
        }
        Set<Path> open = new HashSet<>();
        try (Stream<Path> all = Files.list(descriptors)) {
            for (Path descriptor : all.toList()) {
                if (Files.isSymbolicLink(descriptor)) {
                    open.add(Files.readSymbolicLink(descriptor));
                }
            }
        }
        return open;
    }

    private static Set<Thread> interpreterThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("interpreter-"))
                .collect(Collectors.toSet());
    }

    @Test
    void many_runs_leave_no_thread_but_those_of_the_pool() throws Exception {
        Set<Thread> before = interpreterThreads();
        for (int run = 0; run < 50; run++) {
            run(2, 20);
        }
        Set<Thread> left = interpreterThreads();
        left.removeAll(before);
        assertThat(left).extracting(Thread::getName).containsOnly("interpreter-1", "interpreter-2");
        assertThat(pool.list()).hasSize(2).allMatch(interpreter -> interpreter.runs() == 50);
    }

    @Test
    void a_poisoned_static_hurts_only_its_own_interpreter() throws Exception {
        var knobs =
                Knobs.STANDARD
                        .with(Scheduling.ROUND_ROBIN)
                        .with(List.of(new Fault(Fault.Kind.POISONED_STATIC, 10)));
        List<Outcome<Integer>> outcomes =
                run(new Isolated(pool), items(60), new Orders(2, knobs), Observer.nobody());
        for (int item = 0; item < 60; item++) {
            boolean isHurt = item >= 10 && item % 2 == 0;
            assertThat(outcomes.get(item))
                    .isInstanceOf(isHurt ? Outcome.Failed.class : Outcome.Done.class);
        }
    }

    @Test
    void an_item_that_interrupts_itself_comes_to_nothing_and_nobody_waits_for_it()
            throws Exception {
        List<Integer> items = List.of(0, Census.INTERRUPTED, 1);
        assertThat(run(new Isolated(pool), items, Orders.of(1), Observer.nobody()))
                .containsExactly(
                        new Outcome.Done<>(1), new Outcome.NotDone<>(), new Outcome.Done<>(2));
    }

    @Test
    void an_interpreter_in_which_a_thread_hangs_is_written_off_and_replaced() throws Exception {
        Set<Waiting> said = ConcurrentHashMap.newKeySet();
        var stop = new StopSignal();
        var run =
                new FutureTask<>(() ->
                        new Isolated(pool)
                                .run(
                                        new Census(),
                                        List.of(0, Census.SPINS, 1),
                                        Orders.of(1),
                                        waits(said::add),
                                        stop));
        Thread.ofPlatform().daemon().start(run);
        while (pool.list().isEmpty() || pool.list().getFirst().itemsDone() == 0) {
            Thread.onSpinWait();
        }
        Interpreter written = pool.list().getFirst();
        Thread hanging = written.thread(0);
        stop.request();
        assertThat(run.get())
                .containsExactly(
                        new Outcome.Done<>(1), new Outcome.NotDone<>(), new Outcome.NotDone<>());
        assertThat(said).contains(Waiting.HANGING);
        assertThat(run(1, 3)).isEqualTo(counts(1, 3));
        assertThat(pool.list()).extracting(Interpreter::id).containsExactly(2);
        assertThat(written.phase()).isEqualTo(Phase.DRAIN);
        System.setProperty(Census.RELEASE, "now");
        hanging.join(); // it ends as soon as it can
        assertThat(written.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void in_an_interpreter_with_a_lock_one_thread_waits_while_the_other_computes()
            throws Exception {
        Observer releasesWhoeverHoldsTheLock =
                waits(what -> {
                    if (what == Waiting.FOR_LOCK) {
                        System.setProperty(Census.RELEASE, "now");
                    }
                });
        List<Integer> items = Collections.nCopies(20, Census.SPINS);
        assertThat(run(new IsolatedGil(pool), items, Orders.of(2), releasesWhoeverHoldsTheLock))
                .containsExactlyInAnyOrderElementsOf(counts(1, 20));
        assertThat(pool.list()).hasSize(1);
    }

    @Test
    void without_a_lock_nobody_waits_for_one() throws Exception {
        Set<Waiting> said = ConcurrentHashMap.newKeySet();
        run(new Isolated(pool), items(200), Orders.of(3), waits(said::add));
        assertThat(said)
                .contains(Waiting.STARTING, Waiting.ENCODING, Waiting.DECODING)
                .doesNotContain(Waiting.FOR_LOCK);
    }
}

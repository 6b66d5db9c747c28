package dev.lanescope.concurrency.isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a fixed thread pool of the JDK and a pool of interpreters both hold; and last, in what they
/// differ.
class ExecutorConformanceTest {

    /// System properties are the JDK's, so tasks can speak through them wherever they are.
    private static final String SAYS = "lanescope.test.task";

    static Stream<IntFunction<ExecutorService>> pools() {
        return Stream.of(Executors::newFixedThreadPool, InterpreterPoolExecutor::new);
    }

    @AfterEach
    void forget() {
        System.clearProperty(SAYS);
    }

    private record Square(int number) implements Callable<Integer>, Serializable {
        @Override
        public Integer call() {
            return number * number;
        }
    }

    private record Fails() implements Callable<Integer>, Serializable {
        @Override
        public Integer call() {
            throw new IllegalStateException("bad", new IOException("deep"));
        }
    }

    /// Waits until it is interrupted, and says so.
    private record Waits() implements Callable<Integer>, Serializable {
        @Override
        public Integer call() throws Exception {
            System.setProperty(SAYS, "waits");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                System.setProperty(SAYS, "interrupted");
                throw e;
            }
            return 0;
        }
    }

    private static void awaitThatItSays(String what) {
        while (!what.equals(System.getProperty(SAYS))) {
            Thread.onSpinWait();
        }
    }

    /// Leaves the thread with another context than it found.
    private record ChangesContext() implements Callable<Integer>, Serializable {
        @Override
        public Integer call() {
            Thread.currentThread().setContextClassLoader(null);
            return 0;
        }
    }

    @ParameterizedTest
    @MethodSource("pools")
    void a_task_that_changes_the_context_of_its_thread_does_no_harm_to_the_next(
            IntFunction<ExecutorService> pools) throws Exception {
        try (ExecutorService pool = pools.apply(1)) {
            pool.submit(new ChangesContext()).get();
            assertThat(pool.submit(new Square(7)).get()).isEqualTo(49);
        }
    }

    @ParameterizedTest
    @MethodSource("pools")
    void results_come_in_the_order_of_the_tasks(IntFunction<ExecutorService> pools)
            throws Exception {
        List<Square> tasks = IntStream.range(0, 100).mapToObj(Square::new).toList();
        try (ExecutorService pool = pools.apply(3)) {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> done : pool.invokeAll(tasks)) {
                results.add(done.get());
            }
            assertThat(results).isEqualTo(IntStream.range(0, 100).mapToObj(n -> n * n).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("pools")
    void what_a_task_throws_comes_out_with_its_cause(IntFunction<ExecutorService> pools) {
        try (ExecutorService pool = pools.apply(1)) {
            Future<Integer> failed = pool.submit(new Fails());
            assertThatThrownBy(failed::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("bad")
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("deep");
        }
    }

    @ParameterizedTest
    @MethodSource("pools")
    void a_cancelled_task_is_interrupted_and_the_next_one_is_not(IntFunction<ExecutorService> pools)
            throws Exception {
        try (ExecutorService pool = pools.apply(1)) {
            Future<Integer> waits = pool.submit(new Waits());
            awaitThatItSays("waits");
            assertThat(waits.cancel(true)).isTrue();
            awaitThatItSays("interrupted");
            assertThat(waits.isCancelled()).isTrue();
            assertThat(pool.submit(new Square(7)).get()).isEqualTo(49);
        }
    }

    @ParameterizedTest
    @MethodSource("pools")
    void after_a_shutdown_tasks_are_rejected_and_those_before_are_done(
            IntFunction<ExecutorService> pools) throws Exception {
        ExecutorService pool = pools.apply(1);
        Future<Integer> before = pool.submit(new Square(3));
        pool.shutdown();
        assertThat(pool.isShutdown()).isTrue();
        assertThatThrownBy(() -> pool.submit(new Square(4)))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(pool.isTerminated()).isTrue();
        assertThat(before.get()).isEqualTo(9);
    }

    @ParameterizedTest
    @MethodSource("pools")
    void a_shutdown_at_once_interrupts_and_hands_back_what_was_not_begun(
            IntFunction<ExecutorService> pools) throws Exception {
        ExecutorService pool = pools.apply(1);
        Future<Integer> waits = pool.submit(new Waits());
        Future<Integer> behind = pool.submit(new Square(5));
        awaitThatItSays("waits");
        assertThat(pool.awaitTermination(0, TimeUnit.NANOSECONDS)).isFalse();
        assertThat(pool.shutdownNow()).hasSize(1);
        assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThatThrownBy(waits::get).hasCauseInstanceOf(InterruptedException.class);
        assertThat(behind.isDone()).isFalse();
    }

    private record Counts() implements Callable<Integer>, Serializable {
        @Override
        public Integer call() {
            return Census.COUNT.incrementAndGet();
        }
    }

    @Test
    void statics_that_tasks_change_are_the_interpreters_own() throws Exception {
        int before = Census.COUNT.get();
        try (var pool = new InterpreterPoolExecutor(1)) {
            assertThat(pool.submit(new Counts()).get()).isEqualTo(1);
            assertThat(pool.submit(new Counts()).get()).isEqualTo(2);
        }
        assertThat(Census.COUNT).hasValue(before);
    }

    @Test
    void a_task_that_cannot_cross_is_refused_with_a_sentence() {
        try (var pool = new InterpreterPoolExecutor(1)) {
            assertThatThrownBy(() -> pool.submit(() -> 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be Serializable");
        }
    }

    private record MakesASquare() implements Callable<Square>, Serializable {
        @Override
        public Square call() {
            return new Square(2);
        }
    }

    @Test
    void results_pass_the_callers_filter() throws Exception {
        try (var pool = new InterpreterPoolExecutor(1)) {
            assertThat(pool.submit(new MakesASquare()).get()).isEqualTo(new Square(2));
        }
        var onlyTheJdk = ObjectInputFilter.Config.createFilter("java.base/*;!*");
        try (var pool = new InterpreterPoolExecutor(1, onlyTheJdk)) {
            Future<Square> refused = pool.submit(new MakesASquare());
            assertThatThrownBy(refused::get).rootCause().hasMessageContaining("REJECTED");
        }
    }
}

package dev.lanescope.bench;

import dev.lanescope.lab.MachineLoad;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// How a worker comes by its own state: from a ThreadLocal, from a ScopedValue, or handed on from
/// call to call, as Lanescope does it and as CPython 3.12 began to do with its PyThreadState. Time
/// of an access, directly and below ten calls, and what a worker takes on the heap.
///
/// `mvn -q test-compile exec:exec@context-bench -Dlanescope.bench.rounds=20`
final class ContextCost {

    private static final int ACCESSES = 1_000_000;
    private static final int WORKERS = 5_000;
    private static final int CALLS = 10;
    private static final long WARM_UP_NANOS = 1_000_000_000;

    private static final ThreadLocal<State> LOCAL = new ThreadLocal<>();
    private static final ScopedValue<State> SCOPED = ScopedValue.newInstance();

    @SuppressWarnings("unused") // what is computed must seem to be of use
    private static volatile long sink;

    /// What belongs to one worker. Each access depends on the one before.
    private static final class State {

        private long value = 1;

        long next() {
            value = value * 6_364_136_223_846_793_005L + 1;
            return value;
        }
    }

    /// The three ways.
    private enum Way {
        PASSED("handed on as an argument") {
            @Override
            long loop(State state, int calls) {
                return passed(state, calls);
            }

            @Override
            void with(State state, Runnable task) {
                task.run();
            }
        },
        THREAD_LOCAL("ThreadLocal") {
            @Override
            long loop(State state, int calls) {
                return local(calls);
            }

            @Override
            void with(State state, Runnable task) {
                LOCAL.set(state);
                try {
                    task.run();
                } finally {
                    LOCAL.remove();
                }
            }
        },
        SCOPED_VALUE("ScopedValue") {
            @Override
            long loop(State state, int calls) {
                return scoped(calls);
            }

            @Override
            void with(State state, Runnable task) {
                ScopedValue.where(SCOPED, state).run(task);
            }
        };

        private final String title;

        Way(String title) {
            this.title = title;
        }

        /// One access below so many calls.
        abstract long loop(State state, int calls);

        /// A task to which the state belongs.
        abstract void with(State state, Runnable task);
    }

    private ContextCost() {}

    private static long passed(State state, int calls) {
        return calls == 0 ? state.next() : passed(state, calls - 1);
    }

    private static long local(int calls) {
        return calls == 0 ? LOCAL.get().next() : local(calls - 1);
    }

    private static long scoped(int calls) {
        return calls == 0 ? SCOPED.get().next() : scoped(calls - 1);
    }

    public static void main(String[] args) throws Exception {
        MachineLoad before = MachineLoad.now();
        int rounds = Integer.getInteger("lanescope.bench.rounds", 20);
        times("ns an access", 0, rounds);
        times("ns an access below " + CALLS + " calls", CALLS, rounds);
        bytes(rounds);
        System.out.printf(
                "%nJDK %s, %d rounds, median (quartiles); %s%n",
                Runtime.version(), rounds, before.wordsUntil(MachineLoad.now()));
    }

    private static void times(String what, int calls, int rounds) {
        for (Way way : Way.values()) {
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < WARM_UP_NANOS) {
                nanos(way, calls);
            }
        }
        Map<Way, List<Double>> samples = new EnumMap<>(Way.class);
        for (int round = 0; round < rounds; round++) {
            for (Way way : inAnyOrder()) {
                samples.computeIfAbsent(way, _ -> new ArrayList<>()).add(nanos(way, calls));
            }
        }
        print(what, samples);
    }

    private static double nanos(Way way, int calls) {
        var state = new State();
        var nanos = new double[1];
        way.with(
                state,
                () -> {
                    long sum = 0;
                    long begun = System.nanoTime();
                    for (int access = 0; access < ACCESSES; access++) {
                        sum += way.loop(state, calls);
                    }
                    nanos[0] = (System.nanoTime() - begun) / (double) ACCESSES;
                    sink = sum;
                });
        return nanos[0];
    }

    /// The heap while so many virtual threads wait, each with its state, divided by them.
    private static void bytes(int rounds) throws InterruptedException {
        for (Way way : Way.values()) {
            bytes(way);
        }
        Map<Way, List<Double>> samples = new EnumMap<>(Way.class);
        for (int round = 0; round < rounds; round++) {
            for (Way way : inAnyOrder()) {
                samples.computeIfAbsent(way, _ -> new ArrayList<>()).add(bytes(way));
            }
        }
        print("bytes of heap a worker (a virtual thread that waits)", samples);
    }

    private static double bytes(Way way) throws InterruptedException {
        long before = heap();
        var ready = new CountDownLatch(WORKERS);
        var end = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            var state = new State();
            threads.add(
                    Thread.startVirtualThread(
                            () -> way.with(state, () -> await(ready, end, state))));
        }
        ready.await();
        double bytes = (heap() - before) / (double) WORKERS;
        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return bytes;
    }

    private static void await(CountDownLatch ready, CountDownLatch end, State state) {
        ready.countDown();
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        sink = state.next();
    }

    private static long heap() {
        for (int time = 0; time < 3; time++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static List<Way> inAnyOrder() {
        List<Way> ways = Arrays.asList(Way.values());
        Collections.shuffle(ways, new Random());
        return ways;
    }

    private static void print(String what, Map<Way, List<Double>> samples) {
        System.out.printf("%n%s%n", what);
        samples.forEach((way, figures) ->
                System.out.printf(
                        Locale.ROOT,
                        "  %-26s %s%n",
                        way.title,
                        new Spread(figures.stream().mapToDouble(Double::doubleValue).toArray())
                                .withQuartiles("%,.2f")));
    }
}

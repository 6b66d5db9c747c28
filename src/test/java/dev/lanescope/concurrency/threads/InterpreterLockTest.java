package dev.lanescope.concurrency.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.kit.Gate;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/// The rules of CPython's global interpreter lock.
class InterpreterLockTest {

    @Test
    void a_holder_who_never_reads_or_writes_gives_way_when_the_interval_is_over() throws Exception {
        var lock = new InterpreterLock(Duration.ofMillis(5), Observer.nobody());
        Gate first = lock.gate(0);
        Gate second = lock.gate(1);
        var hadIt = new CountDownLatch(1);
        first.enter(LaneObserver.NOBODY);
        var other =
                new FutureTask<>(() -> {
                    second.enter(LaneObserver.NOBODY);
                    hadIt.countDown();
                    second.leave();
                    return true;
                });
        Thread.ofPlatform().start(other);
        while (hadIt.getCount() > 0) { // as between stage and stage
            first.enter(LaneObserver.NOBODY);
        }
        assertThat(other.get()).isTrue();
        first.leave();
    }

    @Test
    void a_holder_keeps_it_while_nobody_else_wants_it() throws Exception {
        var gauged = new AtomicInteger();
        Observer watcher =
                new Observer() {
                    @Override
                    public LaneObserver workerBegins(int lane) {
                        return LaneObserver.NOBODY;
                    }

                    @Override
                    public dev.lanescope.concurrency.Gauge gauge(String name) {
                        return _ -> gauged.incrementAndGet();
                    }
                };
        Gate only = new InterpreterLock(Duration.ofMillis(5), watcher).gate(0);
        for (int i = 0; i < 1000; i++) {
            only.enter(LaneObserver.NOBODY);
        }
        assertThat(gauged).as("taken once").hasValue(1);
    }

    @Test
    void two_workers_that_only_compute_both_get_on() throws Exception {
        var lock = new InterpreterLock(Duration.ofNanos(100_000), Observer.nobody());
        var counts = new AtomicInteger[] {new AtomicInteger(), new AtomicInteger()};
        var enough = new CountDownLatch(2);
        for (int worker = 0; worker < 2; worker++) {
            int mine = worker;
            Gate gate = lock.gate(mine);
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> {
                        try {
                            while (enough.getCount() > 0) {
                                gate.enter(LaneObserver.NOBODY);
                                if (counts[mine].incrementAndGet() == 1000) {
                                    enough.countDown();
                                }
                            }
                        } catch (InterruptedException _) {
                            Thread.currentThread().interrupt();
                        } finally {
                            gate.leave();
                        }
                    });
        }
        enough.await();
        assertThat(counts[0].get()).isGreaterThanOrEqualTo(1000);
        assertThat(counts[1].get()).isGreaterThanOrEqualTo(1000);
    }
}

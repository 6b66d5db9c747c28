package dev.lanescope.concurrency.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.RunAborted;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/// When a run is given up because everybody hangs, and when not.
class WatchdogTest {

    private static final Duration SOON = Duration.ofMillis(1);

    private final AtomicReference<RunAborted> aborted = new AtomicReference<>();
    private final CountDownLatch abort = new CountDownLatch(1);
    private final CountDownLatch looks = new CountDownLatch(5);

    private Watchdog dog(LongSupplier progress) {
        return new Watchdog(
                SOON,
                () -> {
                    looks.countDown();
                    return progress.getAsLong();
                },
                cause -> {
                    aborted.set(cause);
                    abort.countDown();
                });
    }

    @Test
    void when_all_of_a_team_hang_and_nothing_comes_to_its_end_the_run_is_given_up()
            throws Exception {
        try (var dog = dog(() -> 7)) {
            var team = new Team(2);
            dog.hangs(new Thread(), team);
            dog.hangs(new Thread(), team);
            abort.await();
        }
        assertThat(aborted.get()).hasMessageStartingWith("All workers hang");
    }

    @Test
    void between_two_batches_nobody_is_given_up() throws Exception {
        try (var dog = dog(() -> Watchdog.NOTHING_TO_DO)) {
            dog.hangs(new Thread(), new Team(1));
            looks.await();
            assertThat(aborted.get()).isNull();
        }
    }

    @Test
    void while_others_bring_items_to_their_end_the_run_goes_on() throws Exception {
        var ended = new AtomicLong();
        try (var dog = dog(ended::incrementAndGet)) {
            dog.hangs(new Thread(), new Team(1));
            looks.await();
            assertThat(aborted.get()).isNull();
        }
    }
}

package dev.lanescope.concurrency.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.LaneObserver;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/// When a run is stranded because somebody hangs, and when not.
class WatchdogTest {

    private static final Duration SOON = Duration.ofMillis(4);

    private final AtomicReference<Watch> blamed = new AtomicReference<>();
    private final CountDownLatch stranded = new CountDownLatch(1);
    private final CountDownLatch looks = new CountDownLatch(20);

    private Watchdog dog(BooleanSupplier mustGoOn) {
        return new Watchdog(
                SOON,
                () -> {
                    looks.countDown();
                    return mustGoOn.getAsBoolean();
                },
                watch -> {
                    blamed.set(watch);
                    stranded.countDown();
                });
    }

    private static Watch watch(Watchdog dog) {
        return new Watch(dog, LaneObserver.NOBODY);
    }

    @Test
    void when_somebody_hangs_and_nothing_goes_on_the_run_is_stranded_by_who_hangs_longest()
            throws Exception {
        try (var dog = dog(() -> true)) {
            Watch first = watch(dog);
            dog.hangs(new Thread(), first);
            dog.hangs(new Thread(), watch(dog));
            stranded.await();
            assertThat(blamed).hasValue(first);
        }
    }

    @Test
    void between_two_batches_and_while_workers_are_started_nobody_is_given_up() throws Exception {
        try (var dog = dog(() -> false)) {
            dog.hangs(new Thread(), watch(dog));
            looks.await();
            assertThat(blamed).hasValue(null);
        }
    }

    @Test
    void while_others_bring_items_further_the_run_goes_on() throws Exception {
        AtomicReference<Watchdog> self = new AtomicReference<>();
        try (var dog =
                dog(() -> {
                    self.get().sign();
                    return true;
                })) {
            self.set(dog);
            dog.hangs(new Thread(), watch(dog));
            looks.await();
            assertThat(blamed).hasValue(null);
        }
    }

    @Test
    void who_came_back_hangs_no_more_and_is_looked_at_again_when_he_hangs_again() throws Exception {
        var mustGoOn = new AtomicBoolean();
        try (var dog = dog(mustGoOn::get)) {
            var thread = new Thread();
            dog.hangs(thread, watch(dog));
            assertThat(dog.hangs(thread)).isTrue();
            dog.cameBack(thread);
            assertThat(dog.hangs(thread)).isFalse();
            mustGoOn.set(true);
            var dogLooked = new CountDownLatch(1);
            var _ = dog.after(SOON.multipliedBy(10), dogLooked::countDown);
            dogLooked.await();
            assertThat(blamed).as("nobody hangs").hasValue(null);
            Watch again = watch(dog);
            dog.hangs(thread, again);
            stranded.await();
            assertThat(blamed).hasValue(again);
        }
    }
}

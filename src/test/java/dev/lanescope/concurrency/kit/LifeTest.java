package dev.lanescope.concurrency.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lanescope.concurrency.kit.Life.Moment;
import dev.lanescope.concurrency.kit.Life.Phase;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// What cannot follow in a worker's life does not, whoever asks for it and when.
class LifeTest {

    @Test
    void a_life_goes_through_its_phases_and_stays_over() {
        var life = new Life();
        for (Phase phase : List.of(Phase.INIT, Phase.WARM, Phase.RUN, Phase.DRAIN, Phase.CLOSED)) {
            assertThat(life.to(phase)).isTrue();
            assertThat(life.phase()).isEqualTo(phase);
        }
        for (Phase phase : Phase.values()) {
            assertThat(life.to(phase)).isEqualTo(phase == Phase.CLOSED);
        }
        assertThat(life.past()).extracting(Moment::phase).containsExactly(Phase.values());
        assertThat(life.wordsSince(life.past().get(1).nanos()))
                .matches("init, warm after .* ms, run after .* ms, drain after .*");
    }

    @Test
    void a_step_that_is_left_out_is_a_mistake_of_the_caller() {
        var life = new Life();
        assertThatIllegalStateException()
                .isThrownBy(() -> life.to(Phase.RUN))
                .withMessage("a worker that is NEW cannot become RUN");
        assertThat(life.phase()).isEqualTo(Phase.NEW);
        assertThat(life.from(Phase.WARM, Phase.RUN)).isFalse();
    }

    @Test
    void once_it_drains_it_takes_nothing_more() {
        var life = new Life();
        assertThat(life.to(Phase.INIT)).isTrue();
        assertThat(life.to(Phase.DRAIN)).isTrue();
        assertThat(life.to(Phase.WARM)).isFalse();
        assertThat(life.to(Phase.RUN)).isFalse();
        assertThat(life.phase()).isEqualTo(Phase.DRAIN);
    }

    /// Threads that want anything at any time. What fails is found again by its seed.
    @RepeatedTest(100)
    void under_any_schedule_every_step_is_legal_and_only_one_closes_it() throws Exception {
        long seed = new Random().nextLong();
        var life = new Life();
        var closed = new AtomicInteger();
        var begin = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            var random = new Random(seed + number);
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                awaitQuietly(begin);
                                for (int step = 0; step < 40; step++) {
                                    wish(life, random, closed);
                                }
                            }));
        }
        begin.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        List<Phase> past = life.past().stream().map(Moment::phase).toList();
        for (int step = 1; step < past.size(); step++) {
            assertThat(past.get(step - 1).next())
                    .as("seed %d: %s", seed, past)
                    .contains(past.get(step));
        }
        assertThat(past.stream().filter(Phase.CLOSED::equals).count())
                .as("seed %d: %s", seed, past)
                .isEqualTo(closed.get())
                .isLessThanOrEqualTo(1);
    }

    private static void wish(Life life, Random random, AtomicInteger closed) {
        Phase[] phases = Phase.values();
        Phase wanted = phases[random.nextInt(random.nextInt(20) == 0 ? phases.length : 4)];
        if (wanted == Phase.CLOSED) {
            closed.addAndGet(Stream.of(phases).anyMatch(known -> closes(life, known)) ? 1 : 0);
            return;
        }
        try {
            var _ = life.to(wanted);
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageContaining("cannot become " + wanted);
        }
    }

    /// Staying closed is no closing.
    private static boolean closes(Life life, Phase known) {
        return known != Phase.CLOSED && life.from(known, Phase.CLOSED);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

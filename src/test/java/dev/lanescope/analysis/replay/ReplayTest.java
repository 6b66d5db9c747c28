package dev.lanescope.analysis.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanescope.trace.Fact;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// What a run would have taken otherwise.
class ReplayTest {

    private static Replay replay(String... lanes) {
        return Replay.of(Traces.of(lanes)).orElseThrow();
    }

    @Test
    void one_worker_takes_all_work_and_many_the_longest_task() {
        Replay replay = replay("parse@0 10, parse@1 20, parse@2 70");
        assertThat(replay.phase(new Setting(1, Order.AS_RECORDED, 1, true)))
                .isEqualTo(new Prediction(100, 100, 100));
        assertThat(replay.phase(new Setting(2, Order.AS_RECORDED, 1, true)).nanos()).isEqualTo(80);
        assertThat(replay.phase(new Setting(2, Order.HEAVIEST_FIRST, 1, true)).nanos())
                .isEqualTo(70);
        assertThat(replay.phase(new Setting(9, Order.AS_RECORDED, 1, true)).nanos()).isEqualTo(70);
        assertThat(replay.error()).isZero();
    }

    @Test
    void under_a_lock_only_reading_and_writing_go_on_at_once() {
        Replay replay =
                replay(
                        "read@0 5, parse@0 40, write@0 5, idle 40",
                        "read@1 5, lock 40, parse@1 40, write@1 5");
        assertThat(replay.isLocked()).isTrue();
        assertThat(replay.error()).isZero();
        assertThat(replay.withoutLockWait(2)).contains(new Prediction(50, 50, 75));
        assertThat(replay.withoutLockWait(1).orElseThrow().nanos()).isEqualTo(100);
    }

    @Test
    void two_workers_are_foretold_to_share_the_lock_that_one_alone_never_waited_for() {
        RunInfo info = Traces.info(1, 2);
        var trace =
                new Trace(
                        new RunInfo(
                                "gil",
                                info.modelTitle(),
                                1,
                                "",
                                info.content(),
                                info.contentBytes(),
                                info.started(),
                                info.renderedBefore(),
                                info.states(),
                                info.items(),
                                info.phases(),
                                info.facts()),
                        Traces.READ);
        long now = 0;
        for (int page = 0; page < 2; page++) {
            trace.lane(0).append(now, Traces.READ, page, Lane.NOT_READ);
            trace.lane(0).append(now + 5, Traces.PARSE, page, Lane.NOT_READ);
            trace.lane(0).append(now + 45, Traces.WRITE, page, Lane.NOT_READ);
            now += 50;
        }
        trace.finish(now);
        Replay replay = Replay.of(Traces.finished(trace)).orElseThrow();
        assertThat(replay.phase(new Setting(2, Order.AS_RECORDED, 1, true)).nanos()).isEqualTo(90);
        assertThat(replay.phase(new Setting(2, Order.AS_RECORDED, 1, false)).nanos()).isEqualTo(50);
        assertThat(replay.withoutLockWait(2)).isEmpty();
    }

    @Test
    void a_replay_that_misses_its_own_run_says_nothing_of_others() {
        Replay odd = replay("parse@0 40, lock 160", "lock 160, parse@1 40");
        assertThat(odd.error()).isLessThan(-Replay.MISSES);
        assertThat(odd.withoutLockWait(2)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void every_prediction_lies_between_its_bounds(long seed) {
        Snapshot run = Traces.random(seed);
        Replay.of(run)
                .ifPresent(replay -> {
                    for (int workers = 1; workers < 9; workers++) {
                        for (Order order : Order.values()) {
                            for (boolean lock : List.of(true, false)) {
                                for (int atOnce : List.of(1, 2, 7, 100)) {
                                    Prediction told =
                                            replay.phase(new Setting(workers, order, atOnce, lock));
                                    assertThat(told.nanos())
                                            .isBetween(told.leastNanos(), told.mostNanos());
                                }
                            }
                        }
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void without_a_lock_it_is_a_list_schedule(long seed) {
        var random = new Random(seed);
        var tasks = new ArrayList<Task>();
        for (int task = random.nextInt(60); task >= 0; task--) {
            tasks.add(new Task(random.nextInt(9), random.nextInt(99), random.nextInt(9)));
        }
        int workers = 1 + random.nextInt(6);
        var free = new ArrayList<Long>();
        for (int worker = 0; worker < workers; worker++) {
            free.add(0L);
        }
        for (Task task : tasks) {
            long first = free.stream().min(Comparator.naturalOrder()).orElseThrow();
            free.remove(first);
            free.add(first + task.nanos());
        }
        assertThat(Simulation.makespan(tasks, workers, 1, false))
                .isEqualTo(free.stream().max(Comparator.naturalOrder()).orElseThrow());
    }

    @Test
    void who_takes_several_tasks_at_once_may_leave_others_without() {
        Replay replay = replay("parse@0 10, parse@1 20, parse@2 30, parse@3 40");
        assertThat(replay.phase(new Setting(2, Order.AS_RECORDED, 2, true)))
                .isEqualTo(new Prediction(70, 70, 85));
        assertThat(replay.phase(new Setting(2, Order.HEAVIEST_FIRST, 3, true)).nanos())
                .isEqualTo(90);
        assertThat(replay.phase(new Setting(2, Order.AS_RECORDED, 4, true)).nanos()).isEqualTo(100);
    }

    @Test
    void pages_that_were_dealt_out_stay_with_their_worker() {
        Replay replay = replay("parse@0 10, parse@1 20, parse@2 30, parse@3 40");
        assertThat(replay.phase(new Setting(2, Order.ROUND_ROBIN, 1, true)))
                .isEqualTo(new Prediction(60, 60, 60)); // 0 and 2, 1 and 3
        assertThat(replay.phase(new Setting(9, Order.ROUND_ROBIN, 1, true)).nanos()).isEqualTo(40);
    }

    /// In the order in which they begin the pages would come out otherwise.
    @Test
    void a_run_whose_pages_were_dealt_out_is_understood_as_one() {
        Snapshot run =
                Traces.of(
                        "parse@0 10, parse@2 10, parse@4 10, idle 70",
                        "parse@1 80, parse@3 10, parse@5 10");
        assertThat(Replay.of(run).orElseThrow().error()).isLessThan(0);
        var knobs = new Fact("Knobs", "scheduling round-robin, state per-worker");
        Replay replay = Replay.of(run.withFacts(List.of(knobs))).orElseThrow();
        assertThat(replay.error()).isZero();
    }

    @Test
    void nobody_is_no_worker() {
        Replay replay = replay("parse@0 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay.phase(new Setting(0, Order.AS_RECORDED, 1, true)));
    }
}

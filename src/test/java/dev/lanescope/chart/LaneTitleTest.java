package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lanes are called what people would call them.
class LaneTitleTest {

    @ParameterizedTest
    @CsvSource({
        "fixed-pool-2, Worker 2",
        "fixed-pool-loop, loop",
        "fixed-pool-front-matter-1, front matter 1",
        "process 2 (pid 4711), process 2",
        "process 2 (pid 4711) thread 1, process 2 thread 1",
        "ForkJoinPool-1-worker-1, Worker 2"
    })
    void a_lane_is_called_by_what_follows_the_model(String thread, String title) {
        var trace = new Trace(Traces.info(2, 0), 0);
        trace.lane(1).rename(thread);
        trace.finish(1);
        var snapshot = Traces.finished(trace);
        assertThat(LaneTitle.of(snapshot.info(), snapshot.lanes().get(1))).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({
        "fixed-pool-2, Workers",
        "fixed-pool-writer, Writer",
        "fixed-pool-front-matter-1, Front matter",
        "process 2 (pid 4711), Process",
        "'process 2 (pid 4711), thread 1', Process 2",
        "'process 2 (pid 4711, no. 3, clock ±5 us), thread 12', Process 2",
        "carrier 2 (ForkJoinPool-1-worker-1), Carrier",
        "interpreter-7, Interpreter",
        "GC Thread#0, GC Thread",
        "ThreadPoolExecutor-0_1, ThreadPoolExecutor 0",
        "worker 3, Workers",
        "12, Workers",
        "'', Workers"
    })
    void a_lane_belongs_to_a_part_of_the_run_by_its_name(String thread, String part) {
        assertThat(LaneTitle.part(Traces.info(2, 0), thread)).isEqualTo(part);
    }

    @ParameterizedTest
    @CsvSource({
        "'process 2, thread 1', Process 2, thread 1",
        "front matter 2, Front matter, thread 2",
        "pool-1-thread-12, Pool 1 thread, thread 12",
        "ForkJoinPool.commonPool-worker-1, ForkJoinPool.commonPool worker, thread 1",
        "browser / main, browser, main",
        "SpawnPoolWorker-1 / MainThread, SpawnPoolWorker-1, MainThread",
        "GC Thread#12, GC Thread, thread 12",
        "ThreadPoolExecutor-0_1, ThreadPoolExecutor 0, thread 1",
        "Worker 3, Workers, Worker 3",
        "writer, Writer, writer"
    })
    void below_the_name_of_its_part_a_title_need_not_repeat_it(
            String title, String part, String within) {
        assertThat(LaneTitle.within(title, part)).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "Worker 1, 8, Worker 1",
        "ThreadPoolExecutor-0_1, 12, ThreadPo…0_1",
        "ThreadPoolExecutor-0_1, 4, Th…1",
        "compiler of methods, 10, compil…ods",
        "main, 2, m…",
        "main, 1, …",
        "main, 0, …"
    })
    void a_title_too_long_keeps_both_of_its_ends(String title, int letters, String fitting) {
        assertThat(LaneTitle.fit(title, letters, String::length)).isEqualTo(fitting);
    }

    @Test
    void no_letter_of_two_chars_is_cut_in_half() {
        String title = "\ud83d\ude80".repeat(9);
        for (int room = 0; room < 12; room++) {
            String fitting =
                    LaneTitle.fit(title, room, text -> text.codePointCount(0, text.length()));
            assertThat(fitting.codePoints())
                    .isSubsetOf("\ud83d\ude80\u2026".codePoints().boxed().toList());
        }
    }
}

package dev.lanescope.concurrency.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Sums;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Scheduling;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Who is given which items, and how many at once.
class JobTest {

    private static List<Integer> items(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static Job<Integer, Integer> job(int items, Knobs knobs, List<Integer> threads) {
        var runner = new ItemRunner<>(new Sums(), knobs, new StopSignal());
        return new Job<>(runner.begin(items(0, items)), runner.workload(), knobs, threads);
    }

    private static List<Integer> takeAll(Job<Integer, Integer> job, int child) {
        List<Integer> all = new ArrayList<>();
        for (var some = job.take(child); !some.isEmpty(); some = job.take(child)) {
            all.addAll(some);
        }
        return all;
    }

    @Test
    void chunks_stay_together_but_do_not_cross_in_greater_batches_than_was_ordered() {
        var knobs = Knobs.STANDARD.with(Scheduling.chunksOf(100)).withBatch(8);
        var job = job(1000, knobs, List.of(1, 1));
        assertThat(job.take(0)).isEqualTo(items(0, 8));
        assertThat(job.take(1)).isEqualTo(items(100, 108));
        assertThat(job.take(0)).isEqualTo(items(8, 16));
    }

    @Test
    void a_chunk_that_was_begun_is_not_forgotten_at_the_end() {
        var job = job(10, Knobs.STANDARD.with(Scheduling.chunksOf(10)).withBatch(4), List.of(1, 1));
        assertThat(job.take(0)).isNotEmpty();
        assertThat(job.isEmptyFor(1)).isTrue();
        assertThat(job.isEmptyFor(0)).isFalse();
        takeAll(job, 0);
        assertThat(job.isEmptyFor(0)).isTrue();
    }

    @Test
    void a_child_with_two_threads_is_dealt_twice_as_many_items() {
        var job = job(30, Knobs.STANDARD.with(Scheduling.ROUND_ROBIN), List.of(2, 1));
        assertThat(takeAll(job, 0)).hasSize(20);
        assertThat(takeAll(job, 1)).hasSize(10);
    }
}

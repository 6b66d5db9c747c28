package dev.lanescope.concurrency.auto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Scheduling;

import org.junit.jupiter.api.Test;

class AdviceTest {

    private static final long MILLI = 1_000_000;

    /// Four pages of weight 1 that took 4 ms.
    private static Probe probe(double cpuShare) {
        long cpu = Math.round(4 * MILLI * cpuShare);
        return new Probe(4, 4, 4 * MILLI, cpu, 4 * MILLI - cpu);
    }

    private static Advice on(Probe probe, long rest, int most, int cores) {
        return Advice.on(probe, rest, most, cores, Knobs.STANDARD);
    }

    @Test
    void pages_that_compute_get_a_thread_for_each_core() {
        Advice advice = on(probe(0.97), 1000, 64, 8);
        assertThat(advice.words())
                .isEqualTo(
                        "fixed-pool with 8 workers. The first 4 pages compute 97 % of the time,"
                                + " and there are 8 cores: a thread for each.");
    }

    @Test
    void never_are_there_more_workers_than_were_allowed() {
        assertThat(on(probe(0.97), 1000, 3, 8).words())
                .isEqualTo(
                        "fixed-pool with 3 workers. The first 4 pages compute 97 % of the time, and"
                                + " 3 of 8 cores are all that was allowed.");
        assertThat(on(probe(0.1), 1000, 3, 8).workers()).isEqualTo(3);
        assertThat(on(probe(1), 1000, 1, 8).why()).endsWith("one worker is all that was allowed.");
        assertThat(on(probe(1), 1000, 64, 1).why()).endsWith("there is one core.");
        Knobs chunks = Knobs.STANDARD.with(Scheduling.chunksOf(4));
        assertThat(Advice.on(probe(0.25), 1000, 3, 8, chunks).why())
                .endsWith("so there are as many threads as were allowed.");
    }

    @Test
    void pages_that_wait_get_virtual_threads() {
        assertThat(on(probe(0.12), 1000, 64, 8).words())
                .isEqualTo(
                        "virtual-threads with 8 workers. The first 4 pages compute 12 % of the"
                                + " time, so each gets a virtual thread to wait in.");
    }

    @Test
    void pages_that_wait_get_threads_where_virtual_ones_cannot_honour_a_knob() {
        Knobs knobs = Knobs.STANDARD.with(Scheduling.chunksOf(4));
        Advice advice = Advice.on(probe(0.25), 1000, 64, 8, knobs);
        assertThat(advice.words())
                .isEqualTo(
                        "fixed-pool with 32 workers. The first 4 pages compute 25 % of the time,"
                                + " so 32 threads keep 8 cores busy.");
    }

    @Test
    void little_work_is_not_shared() {
        Probe quick = new Probe(4, 4, 400_000, 400_000, 0);
        assertThat(on(quick, 3, 8, 8).words())
                .isEqualTo(
                        "sequential with 1 worker. The first 4 pages compute 100 % of the time,"
                                + " and the rest takes 0.3 ms, too little to share.");
        assertThat(on(quick, 30, 8, 8).workers()).isEqualTo(8);
    }

    @Test
    void one_core_is_one_thread_unless_pages_wait() {
        assertThat(on(probe(1), 1000, 8, 1).model().id()).isEqualTo("sequential");
        assertThat(on(probe(0.1), 1000, 8, 1).model().id()).isEqualTo("virtual-threads");
    }

    @Test
    void who_cannot_read_the_cpu_time_takes_pages_for_computing() {
        Probe unknown = new Probe(4, 4, 4 * MILLI, -1, 0);
        assertThat(on(unknown, 1000, 64, 2).model().id()).isEqualTo("fixed-pool");
    }

    @Test
    void a_thread_that_lost_its_core_to_others_did_not_wait() {
        Probe preempted = new Probe(4, 4, 40 * MILLI, 4 * MILLI, MILLI / 10);
        assertThat(on(preempted, 1000, 64, 2).model().id()).isEqualTo("fixed-pool");
    }

    @Test
    void a_short_pause_is_no_reason_for_anything() {
        Probe short1 = new Probe(1, 1, MILLI / 2, MILLI / 10, MILLI / 3);
        assertThat(on(short1, 1000, 64, 2).model().id()).isEqualTo("fixed-pool");
    }
}

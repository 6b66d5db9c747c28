package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.RunSummary;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class LaneRecorderTest {

    private static final long ORIGIN = 1_000_000;
    private static final long CARRIER = 31;

    private static final List<Stage> STAGES =
            List.of(
                    new Stage("read", Stage.Kind.INPUT),
                    new Stage("parse", Stage.Kind.COMPUTE),
                    new Stage("write", Stage.Kind.OUTPUT));

    private static final class FakeClock implements Clock {
        long now = ORIGIN;
        long cpu = 500;
        int cpuReadings;
        long preemption;
        long carrierCpu = 7_000_000;
        long allocated = 10_000;

        @Override
        public long threadAllocatedBytes() {
            return allocated;
        }

        @Override
        public long cpuNanosOf(long threadId) {
            return threadId == CARRIER ? carrierCpu : -1;
        }

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public long threadCpuNanos() {
            cpuReadings++;
            now += preemption;
            return cpu;
        }
    }

    private final FakeClock clock = new FakeClock();
    private final RunStates states = new RunStates(STAGES);
    private final RunProgress progress =
            new RunProgress(
                    10_000, 10_000, (item, _, _) -> new PageFailure("p" + item, "s", 0, "because"));

    private Trace trace(int workers) {
        var items = IntStream.range(0, 10_000).mapToObj(item -> "p" + item).toList();
        return new Trace(
                new RunInfo("m", "M", workers, "folder", 1, Instant.EPOCH, 0, states.all(), items),
                states.code(Waiting.STARTING));
    }

    private LaneRecorder recorder(Trace trace, int lane) {
        return new LaneRecorder(
                trace.lane(lane), states, progress, clock, ORIGIN, Thread.currentThread());
    }

    /// Any sequence of calls on any number of lanes, with any time between them: for every lane and
    /// state the recorded time equals what an independent bookkeeper added up, and all of it
    /// together is workers x makespan, to the nanosecond.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 20261121})
    void lanes_are_tiled_whatever_the_schedule(long seed) {
        var random = new Random(seed);
        int workers = 1 + random.nextInt(8);
        Trace trace = trace(workers);
        List<LaneRecorder> recorders =
                IntStream.range(0, workers).mapToObj(lane -> recorder(trace, lane)).toList();
        long[][] booked = new long[workers][states.all().size()];
        int[] current = new int[workers];
        java.util.Arrays.fill(current, states.code(Waiting.STARTING));
        int calls = random.nextInt(30_000);
        for (int call = 0; call < calls; call++) {
            long step = random.nextInt(4) == 0 ? 0 : random.nextLong(1L << random.nextInt(1, 30));
            for (int lane = 0; lane < workers; lane++) {
                booked[lane][current[lane]] += step;
            }
            clock.now += step;
            int lane = random.nextInt(workers);
            if (random.nextBoolean()) {
                int stage = random.nextInt(STAGES.size());
                recorders.get(lane).works(random.nextInt(10_000), stage);
                current[lane] = stage;
            } else {
                Waiting what = Waiting.values()[random.nextInt(Waiting.values().length)];
                recorders.get(lane).waits(what);
                current[lane] = states.code(what);
            }
        }
        long makespan = clock.now - ORIGIN;
        trace.finish(makespan);
        Snapshot recorded = trace.snapshot(clock::nanos);
        long sum = 0;
        for (LaneView lane : recorded.lanes()) {
            long[] byState = new long[states.all().size()];
            for (int span = 0; span < lane.size(); span++) {
                byState[lane.state(span)] += lane.endNanos(span) - lane.startNanos(span);
                sum += lane.span(span).nanos();
            }
            assertThat(byState)
                    .as("seed %d, lane %d", seed, lane.number())
                    .isEqualTo(booked[lane.number()]);
        }
        assertThat(sum).as("seed %d", seed).isEqualTo(workers * makespan);
    }

    /// The thread that tells what a child does is not the child.
    @Test
    void the_clock_of_whoever_tells_of_a_child_says_nothing_of_the_child() {
        var muted = new Muted(clock, 10);
        LaneObserver child = muted.workerBegins(0);
        child.at(ORIGIN, 900_000_000);
        child.works(3, 0);
        child.at(ORIGIN, -1); // the child had read its clock just before
        child.waits(Waiting.FOR_WORK);
        Trace trace = trace(1);
        muted.open(new Recording(trace, states, progress, clock));
        child.at(ORIGIN + 5_000, 900_001_000);
        child.works(10, 0);
        child.at(ORIGIN + 7_000, 900_002_000);
        child.works(10, 1);
        child.at(ORIGIN + 9_000, 900_004_000);
        child.waits(Waiting.NOTHING_LEFT);
        trace.finish(9_000);
        Snapshot recorded = trace.snapshot(clock::nanos);
        assertThat(RunSummary.of(recorded).cpuNanos()).hasValue(3_000);
    }

    @Test
    void threads_that_take_turns_at_a_lane_add_up() throws Exception {
        Trace trace = trace(1);
        var lane = new LaneRecorder(trace.lane(0), states, progress, clock, ORIGIN, null);
        for (long cpu : List.of(300L, 50L)) {
            Thread.ofPlatform()
                    .start(() -> {
                        clock.cpu = cpu;
                        lane.takesTurn();
                        lane.works(1, 1);
                        clock.now += 1_000;
                        lane.waits(Waiting.FOR_WORK);
                    })
                    .join();
            lane.waits(Waiting.STARTING); // by who starts the next, whose time it is not
        }
        LaneView view = trace.snapshot(clock::nanos).lanes().getFirst();
        assertThat(IntStream.range(0, view.size()).mapToLong(view::cpuNanos).boxed())
                .containsSubsequence(300L, Lane.NOT_READ, 350L, Lane.NOT_READ);
    }

    @Test
    void a_carriers_cpu_time_is_the_lanes_from_the_moment_at_which_it_has_it() {
        Trace trace = trace(1);
        var lane = new LaneRecorder(trace.lane(0), states, progress, clock, ORIGIN, null);
        lane.carriedBy(CARRIER);
        clock.carrierCpu += 40;
        lane.works(1, 1);
        clock.now += LaneRecorder.CPU_EVERY_NANOS;
        clock.carrierCpu += 900_000;
        lane.waits(Waiting.FOR_WORK); // the page unmounts
        clock.now += LaneRecorder.CPU_EVERY_NANOS;
        lane.works(2, 1);
        LaneView view = trace.snapshot(clock::nanos).lanes().getFirst();
        assertThat(IntStream.range(1, view.size()).mapToLong(view::cpuNanos).boxed())
                .containsExactly(40L, 900_040L, 900_040L);
        assertThat(view.cpuTime(1))
                .hasValueSatisfying(page ->
                        assertThat(page.cpuNanos())
                                .as("what lies between mount and unmount")
                                .isEqualTo(900_000));
        assertThat(clock.cpuReadings).as("who speaks does not matter").isZero();
    }

    @Test
    void a_carrier_that_nobody_can_ask_has_no_cpu_time() {
        Trace trace = trace(1);
        var lane = new LaneRecorder(trace.lane(0), states, progress, clock, ORIGIN, null);
        lane.carriedBy(CARRIER + 1);
        clock.now += 2 * LaneRecorder.CPU_EVERY_NANOS;
        lane.works(1, 1);
        LaneView view = trace.snapshot(clock::nanos).lanes().getFirst();
        assertThat(view.cpuNanos(1)).isEqualTo(Lane.NOT_READ);
    }

    @Test
    void cpu_time_is_read_once_in_a_millisecond_at_most() {
        Trace trace = trace(1);
        LaneRecorder recorder = recorder(trace, 0);
        for (int span = 0; span < 1000; span++) {
            clock.now += 10_000;
            clock.cpu += 9_000;
            recorder.works(span, 1);
        }
        assertThat(clock.cpuReadings).isEqualTo(10);
    }

    @Test
    void a_long_span_has_its_own_cpu_time() {
        Trace trace = trace(1);
        LaneRecorder recorder = recorder(trace, 0);
        recorder.waits(Waiting.STARTING);
        clock.now += 1_500_000;
        recorder.works(0, 1);
        clock.now += 1_600_000;
        clock.cpu += 250_000;
        recorder.works(0, 2);
        clock.now += 10;
        recorder.ends();
        trace.finish(clock.now - ORIGIN);
        LaneView lane = trace.snapshot(clock::nanos).lanes().getFirst();
        int parse = 2;
        assertThat(lane.cpuTime(parse))
                .hasValueSatisfying(cpu -> {
                    assertThat(cpu.isExact()).isTrue();
                    assertThat(cpu.cpuNanos()).isEqualTo(250_000);
                    assertThat(cpu.wallNanos()).isEqualTo(1_600_000);
                });
    }

    @Test
    void the_last_result_is_when_the_last_item_was_finished_not_when_the_worker_went() {
        Trace trace = trace(1);
        LaneRecorder recorder = recorder(trace, 0);
        assertThat(recorder.lastResultNanos()).isEqualTo(LaneRecorder.NEVER);
        recorder.works(4, 0);
        clock.now += 100;
        recorder.done(4);
        recorder.waits(Waiting.NOTHING_LEFT);
        clock.now += 900;
        recorder.ends();
        assertThat(recorder.lastResultNanos()).isEqualTo(100);
        assertThat(progress.done()).isEqualTo(1);
    }

    @Test
    void a_failed_item_is_listed_and_counted() {
        Trace trace = trace(1);
        LaneRecorder recorder = recorder(trace, 0);
        recorder.works(4, 0);
        recorder.failed(4, 0, new IllegalStateException("x"));
        assertThat(progress.failed()).isEqualTo(1);
        assertThat(progress.failures()).containsExactly(new PageFailure("p4", "s", 0, "because"));
        assertThat(trace.lane(0).size()).isEqualTo(2);
        assertThat(Lane.NO_ITEM).isNegative();
    }

    @Test
    void a_pause_while_the_cpu_time_is_read_belongs_to_the_span_before() {
        Trace trace = trace(1);
        LaneRecorder recorder = recorder(trace, 0);
        recorder.works(0, 1);
        clock.now += 1_500_000;
        clock.preemption = 4_000_000;
        recorder.waits(Waiting.FOR_WORK);
        clock.preemption = 0;
        clock.now += 500;
        recorder.works(1, 1);
        trace.finish(clock.now - ORIGIN);
        LaneView lane = trace.snapshot(clock::nanos).lanes().getFirst();
        assertThat(lane.span(1).nanos()).isEqualTo(5_500_000);
        assertThat(lane.span(2).nanos()).isEqualTo(500);
    }

    @Test
    void every_span_has_its_own_figure_of_what_was_allocated() {
        Trace trace = trace(1);
        LaneRecorder recorder = recorder(trace, 0);
        recorder.works(0, 0);
        clock.now += 10;
        clock.allocated += 640;
        recorder.works(0, 1);
        clock.now += 10;
        clock.allocated += 32;
        recorder.ends();
        var lane = trace.snapshot(() -> 100).lanes().getFirst();
        assertThat(lane.allocatedBytes(1)).isEqualTo(640);
        assertThat(lane.allocatedBytes(2)).isEqualTo(32);
        assertThat(lane.allocatedBytes(0)).isEqualTo(Lane.NOT_READ);
    }

    @Test
    void of_a_thread_that_cannot_tell_what_it_allocated_nothing_is_said() {
        clock.allocated = -1;
        Trace trace = trace(1);
        LaneRecorder recorder = recorder(trace, 0);
        recorder.works(0, 0);
        clock.now += 10;
        recorder.works(0, 1);
        assertThat(trace.snapshot(() -> 100).lanes().getFirst().allocatedBytes(1))
                .isEqualTo(Lane.NOT_READ);
    }

    @Test
    void what_a_lane_allocated_goes_on_when_its_thread_is_replaced() {
        Trace trace = trace(1);
        LaneRecorder recorder = recorder(trace, 0);
        recorder.works(0, 0);
        clock.now += 10;
        clock.allocated += 100;
        recorder.waits(Waiting.FOR_WORK);
        clock.allocated = 5; // another thread, which has hardly lived
        recorder.handedOver();
        clock.allocated += 40;
        clock.now += 10;
        recorder.works(1, 0);
        var lane = trace.snapshot(() -> 100).lanes().getFirst();
        assertThat(lane.allocatedBytes(1)).isEqualTo(100);
        assertThat(lane.allocatedBytes(2)).isEqualTo(40);
    }
}

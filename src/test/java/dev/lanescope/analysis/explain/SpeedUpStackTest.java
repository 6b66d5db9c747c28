package dev.lanescope.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.trace.Fact;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The parts of a speed-up stack come to lanes x makespan, whatever the runs.
class SpeedUpStackTest {

    private static final Snapshot ONE = Traces.of("read@0 10, parse@0 60, write@0 30");

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_parts_of_any_run_come_to_its_lanes_to_the_nanosecond(long seed) {
        Snapshot one = Traces.random(seed, 1, 200);
        SpeedUpStack stack = SpeedUpStack.of(Traces.furnished(seed), one);
        assertThat(stack.accounted()).isEqualTo(stack.lanes() * stack.wallNanos());
        assertThat(stack.share(StackPart.USEFUL).nanos())
                .isEqualTo(one.endNanos() - stack.leftOutNanos());
        assertThat(stack.closes()).isTrue();
        double heights = Arrays.stream(StackPart.values()).mapToDouble(stack::height).sum();
        assertThat(heights).isCloseTo(stack.lanes(), within(1e-6));
        assertThat(stack.shares())
                .allSatisfy(share ->
                        assertThat(share.byState().values().stream().mapToLong(n -> n).sum())
                                .isEqualTo(share.nanos()));
    }

    @Test
    void a_perfect_run_is_all_useful() {
        var stack =
                SpeedUpStack.of(
                        Traces.of(
                                "read@0 5, parse@0 30, write@0 15",
                                "read@0 5, parse@0 30, write@0 15"),
                        ONE);
        assertThat(stack.speedUp()).isEqualTo(2);
        assertThat(stack.height(StackPart.USEFUL)).isEqualTo(2);
        assertThat(stack.shares())
                .filteredOn(share -> share.part() != StackPart.USEFUL)
                .allSatisfy(share -> assertThat(share.nanos()).isZero());
    }

    @Test
    void waiting_is_called_by_its_cause() {
        var stack =
                SpeedUpStack.of(
                        Traces.of(
                                "starting 4, queue 6, read@0 5, parse@0 40, write@0 15, idle 10",
                                "lock 10, read@0 5, parse@0 40, write@0 25"),
                        ONE);
        assertThat(nanos(stack, StackPart.USEFUL)).isEqualTo(100);
        assertThat(nanos(stack, StackPart.INFLATION)).isEqualTo(20);
        assertThat(nanos(stack, StackPart.IO)).isEqualTo(10);
        assertThat(nanos(stack, StackPart.LOCK)).isEqualTo(10);
        assertThat(nanos(stack, StackPart.START_UP)).isEqualTo(4);
        assertThat(nanos(stack, StackPart.STARVATION)).isEqualTo(6);
        assertThat(nanos(stack, StackPart.TAIL)).isEqualTo(10);
        assertThat(stack.speedUp()).isEqualTo(1.25);
    }

    @Test
    void pages_that_wait_for_a_disk_beside_the_lanes_are_told_of() {
        Snapshot one = Traces.of("read@0 200, parse@0 60, write@0 30");
        Snapshot run = Traces.of("read@0 5, parse@0 60, write@0 30");
        Fact knobs = new Fact("Knobs", "batch 8, read-latency 20 ms, write-latency 0 ms");
        SpeedUpStack stack = SpeedUpStack.of(run.withFacts(List.of(knobs)), one);
        assertThat(stack.closes()).isTrue();
        assertThat(stack.remarks())
                .singleElement()
                .asString()
                .contains(
                        "reading and writing comes to \u22122.05 lanes",
                        "the speed-up can be more than the number of lanes, 1.");
        assertThat(SpeedUpStack.of(run, one).remarks())
                .as("without a simulated disk it is not known why")
                .isEmpty();
    }

    @Test
    void waiting_for_room_before_the_next_stage_is_back_pressure_and_no_transport() {
        var run = new Patient(new Random(1), 2, 1, 0);
        run.spend(0, Patient.PARSE, 0, 40);
        run.spend(0, Patient.ROOM, Lane.NO_ITEM, 30);
        run.spend(1, Patient.ENCODING, Lane.NO_ITEM, 20);
        var one = new Patient(new Random(1), 1, 1, 0);
        one.spend(0, Patient.PARSE, 0, 40);
        var stack = SpeedUpStack.of(run.run(), one.run());
        assertThat(nanos(stack, StackPart.BACK_PRESSURE)).isEqualTo(30);
        assertThat(nanos(stack, StackPart.CHANNEL)).isEqualTo(20);
        assertThat(stack.closes()).isTrue();
    }

    @Test
    void what_several_do_better_than_one_is_negative() {
        var stack =
                SpeedUpStack.of(Traces.of("parse@0 20, write@0 20", "parse@0 20, write@0 20"), ONE);
        assertThat(nanos(stack, StackPart.INFLATION)).isEqualTo(-20);
        assertThat(stack.speedUp()).isEqualTo(2.5);
        assertThat(stack.closes()).isTrue();
    }

    @Test
    void time_under_a_stop_is_the_stops_and_no_states() {
        Snapshot run = Traces.stopped(50, 70, "parse@0 60, lock 40", "parse@0 60, idle 40");
        var stack = SpeedUpStack.of(run, ONE);
        assertThat(nanos(stack, StackPart.STOPS)).isEqualTo(40);
        assertThat(nanos(stack, StackPart.LOCK)).isEqualTo(30);
        assertThat(nanos(stack, StackPart.TAIL)).isEqualTo(30);
        assertThat(stack.closes()).isTrue();
    }

    @Test
    void what_the_first_pages_of_a_cold_run_took_beyond_the_later_ones_is_warm_up() {
        Snapshot run = run(2, 0, 40);
        var stack = SpeedUpStack.of(run, run(1, 100_000, 0));
        assertThat(nanos(stack, StackPart.WARM_UP))
                .as("forty pages took four times as long")
                .isEqualTo(40 * 3 * STEADY);
        assertThat(stack.share(StackPart.WARM_UP).byState())
                .containsExactly(Map.entry("parse", 40 * 3 * STEADY));
        assertThat(nanos(stack, StackPart.INFLATION)).isZero();
        assertThat(stack.closes()).isTrue();
        Span longest = LongestSpan.of(run, StackPart.WARM_UP).orElseThrow();
        assertThat(longest.item()).isLessThan(40);
    }

    @Test
    void what_the_sequential_run_needed_to_warm_up_as_well_is_not_blamed_on_the_many() {
        var stack = SpeedUpStack.of(run(2, 0, 40), run(1, 0, 40));
        assertThat(nanos(stack, StackPart.WARM_UP)).isZero();
        assertThat(stack.speedUp()).isEqualTo(2);
    }

    @Test
    void a_warm_run_whose_first_pages_are_long_has_no_warm_up() {
        var stack = SpeedUpStack.of(run(2, 100_000, 40), run(1, 100_000, 0));
        assertThat(nanos(stack, StackPart.WARM_UP)).isZero();
        assertThat(nanos(stack, StackPart.INFLATION)).isEqualTo(40 * 3 * STEADY);
    }

    @Test
    void a_stop_in_the_warm_up_is_the_stops() {
        var stop = new JvmEvent(JvmEvent.Kind.COLLECTION, "pause", 0, 8 * STEADY);
        Snapshot run = run(1, 0, 40, stop);
        var stack = SpeedUpStack.of(run, run(1, 100_000, 0));
        assertThat(nanos(stack, StackPart.STOPS)).isEqualTo(8 * STEADY);
        assertThat(nanos(stack, StackPart.WARM_UP)).isEqualTo((40 - 2) * 3 * STEADY);
        assertThat(stack.closes()).isTrue();
    }

    private static final long STEADY = 1000;

    /// 320 pages of the same length, of which the first are four times as long.
    private static Snapshot run(int lanes, long renderedBefore, int slow, JvmEvent... stops) {
        var run = new Patient(new Random(1), lanes, 320, 0);
        run.renderedBefore = renderedBefore;
        run.stops.addAll(List.of(stops));
        for (int page = 0; page < run.pages; page++) {
            run.spend(run.free(), Patient.PARSE, page, (double) (page < slow ? 4 : 1) * STEADY);
        }
        return run.run();
    }

    @Test
    void work_that_took_longer_in_jvms_that_were_not_as_warm_is_not_called_inflation() {
        var stack = SpeedUpStack.of(slow("processes", 0), slow("sequential", 100_000));
        assertThat(nanos(stack, StackPart.COLDER)).isEqualTo(100 * STEADY);
        assertThat(nanos(stack, StackPart.INFLATION)).isZero();
        assertThat(stack.isKnown(StackPart.INFLATION)).isFalse();
        assertThat(stack.closes()).isTrue();
    }

    @Test
    void children_warm_up_by_themselves_so_a_sequential_run_as_cold_tells_nothing_of_them() {
        Snapshot one = slow("sequential", 0);
        assertThat(SpeedUpStack.of(slow("processes", 0), one).isKnown(StackPart.INFLATION))
                .isFalse();
        assertThat(SpeedUpStack.of(slow("isolated", 200), one).isKnown(StackPart.INFLATION))
                .isFalse();
        assertThat(SpeedUpStack.of(slow("fixed-pool", 0), one).isKnown(StackPart.INFLATION))
                .isTrue();
        assertThat(SpeedUpStack.of(slow("hybrid", 100_000), one).isKnown(StackPart.INFLATION))
                .isTrue();
        assertThat(SpeedUpStack.of(slow("python-processes", 0), one).isKnown(StackPart.INFLATION))
                .as("CPython compiles nothing while it runs")
                .isTrue();
    }

    @Test
    void a_warm_up_that_is_measured_in_a_child_is_warm_up_and_the_rest_is_not_told_apart() {
        Snapshot run = run(2, 0, 40);
        Snapshot one = slow("sequential", 100_000, 320, STEADY / 2);
        var stack = SpeedUpStack.of(run, one);
        assertThat(nanos(stack, StackPart.WARM_UP)).isEqualTo(40 * 3 * STEADY);
        assertThat(nanos(stack, StackPart.COLDER)).isEqualTo(320 * STEADY / 2);
        assertThat(stack.closes()).isTrue();
    }

    /// A hundred pages that took twice as long as in a sequential run.
    private static Snapshot slow(String model, long renderedBefore) {
        return slow(model, renderedBefore, 100, model.equals("sequential") ? STEADY : 2 * STEADY);
    }

    private static Snapshot slow(String model, long renderedBefore, int pages, long each) {
        int lanes = model.equals("sequential") ? 1 : 2;
        var run = new Patient(new Random(1), lanes, pages, 0);
        run.model = model;
        run.renderedBefore = renderedBefore;
        for (int page = 0; page < pages; page++) {
            run.spend(run.free(), Patient.PARSE, page, (double) each);
        }
        return run.run();
    }

    @Test
    void what_the_sequential_run_waited_longer_at_its_start_is_no_gain_of_the_many() {
        Snapshot slowStart = Traces.of("starting 300, queue 20, read@0 10, parse@0 60, write@0 30");
        Snapshot run =
                Traces.of(
                        "starting 40, queue 5, read@0 5, parse@0 30, write@0 15",
                        "starting 40, queue 5, read@1 5, parse@1 30, write@1 15");
        var stack = SpeedUpStack.of(run, slowStart);
        assertThat(stack.leftOutNanos()).as("220 of starting and 10 in the queue").isEqualTo(230);
        assertThat(nanos(stack, StackPart.USEFUL)).isEqualTo(420 - 230);
        assertThat(stack.shares()).allSatisfy(share -> assertThat(share.nanos()).isNotNegative());
        assertThat(stack.speedUp()).isEqualTo(2);
        assertThat(stack.wholeSpeedUp()).isEqualTo(420.0 / 95);
        assertThat(stack.speedUp() + stack.leftOutHeight())
                .isCloseTo(stack.wholeSpeedUp(), within(1e-12));
        assertThat(stack.leftOut().orElseThrow())
                .contains(
                        "The sequential run waited 230 ns longer at its start",
                        "the useful work is 2.00, and with it the speed-up is 4.42");
        assertThat(stack.closes()).isTrue();
    }

    @Test
    void a_wait_in_the_middle_of_the_sequential_run_is_taken_off_as_before() {
        Snapshot one = Traces.of("parse@0 50, queue 40, parse@1 50");
        var stack = SpeedUpStack.of(Traces.of("parse@0 50, idle 5", "parse@1 50, idle 5"), one);
        assertThat(stack.leftOutNanos()).isZero();
        assertThat(nanos(stack, StackPart.STARVATION)).isEqualTo(-40);
        assertThat(stack.leftOut()).isEmpty();
    }

    @Test
    void a_sequential_run_has_one_lane() {
        Snapshot two = Traces.of("parse@0 9", "parse@0 9");
        assertThatIllegalArgumentException().isThrownBy(() -> SpeedUpStack.of(ONE, two));
    }

    private static long nanos(SpeedUpStack stack, StackPart part) {
        return stack.share(part).nanos();
    }
}

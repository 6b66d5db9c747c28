package dev.lanescope.concurrency.auto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Sums;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

class AutoTest {

    /// Every reading is a millisecond after the last one, and the CPU's clock runs slower.
    private static Stopwatch watch(double cpuShare) {
        return new Stopwatch() {
            private long readings;
            private long cpuReadings;

            @Override
            public long nanos() {
                return ++readings * 1_000_000;
            }

            @Override
            public long cpuNanos() {
                return Math.round(++cpuReadings * 1_000_000 * cpuShare);
            }

            @Override
            public int cores() {
                return 2;
            }
        };
    }

    /// What was said, and by which threads.
    private static final class Notes implements Observer {
        final List<String> remarks = Collections.synchronizedList(new ArrayList<>());
        final Map<Integer, List<String>> lanes = new ConcurrentHashMap<>();

        List<String> lane(int number) {
            return Objects.requireNonNull(lanes.get(number));
        }

        @Override
        public void remarks(String sentence) {
            remarks.add(sentence);
        }

        @Override
        public LaneObserver workerBegins(int lane) {
            List<String> said = Collections.synchronizedList(new ArrayList<>());
            assertThat(lanes.put(lane, said)).as("lane " + lane + " before").isNull();
            return new LaneObserver() {
                @Override
                public void handedOver() {
                    said.add("handed over");
                }

                @Override
                public void waits(Waiting what) {
                    said.add(what.name());
                }

                @Override
                public void works(int item, int stage) {
                    said.add(Integer.toString(item));
                }

                @Override
                public void done(int item) {}

                @Override
                public void failed(int item, int stage, Throwable cause) {}

                @Override
                public void ends() {
                    said.add("ends");
                }
            };
        }
    }

    private final Notes notes = new Notes();

    private List<Outcome<Integer>> run(int items, double cpuShare, Knobs knobs) throws Exception {
        try (var crew =
                new AutoCrew<>(
                        new Sums(),
                        new Orders(2, knobs),
                        notes,
                        new StopSignal(),
                        watch(cpuShare))) {
            return crew.perform(IntStream.range(0, items).boxed().toList());
        }
    }

    @Test
    void it_says_what_it_chose() throws Exception {
        run(1000, 0.99, Knobs.STANDARD);
        assertThat(notes.remarks).singleElement().asString().startsWith("auto chose fixed-pool");
    }

    @Test
    void pages_that_wait_are_handed_to_virtual_threads() throws Exception {
        List<Outcome<Integer>> outcomes = run(100, 0.1, Knobs.STANDARD);
        assertThat(outcomes).hasSize(100).allMatch(Outcome.Done.class::isInstance);
        assertThat(notes.remarks).singleElement().asString().contains("virtual-threads");
    }

    @Test
    void the_lane_of_the_first_pages_goes_on_as_that_of_the_first_worker() throws Exception {
        run(1000, 0.99, Knobs.STANDARD);
        List<String> first = notes.lane(0);
        assertThat(first).startsWith("STARTING", "0", "0", "0").endsWith("ends");
        assertThat(first).containsOnlyOnce("handed over").containsOnlyOnce("ends");
        assertThat(first.subList(0, first.indexOf("handed over")))
                .as("while the others are being started, something is left to do")
                .doesNotContain("NOTHING_LEFT");
    }

    @Test
    void faults_strike_the_page_they_are_meant_for_wherever_it_is_done() throws Exception {
        for (int item : List.of(0, 1, 40)) {
            var fault = new Fault(Fault.Kind.EXCEPTION, item);
            List<Outcome<Integer>> outcomes = run(50, 0.99, Knobs.STANDARD.with(List.of(fault)));
            assertThat(
                            IntStream.range(0, 50)
                                    .filter(i -> outcomes.get(i) instanceof Outcome.Failed))
                    .containsExactly(item);
            notes.lanes.clear();
        }
    }

    @Test
    void a_page_alone_is_not_worth_a_decision() throws Exception {
        run(1, 0.99, Knobs.STANDARD);
        assertThat(notes.remarks).isEmpty();
        assertThat(notes.lane(0)).endsWith("ends");
    }

    @Test
    void a_poisoned_static_stays_poisoned_for_whoever_comes_after() throws Exception {
        var fault = new Fault(Fault.Kind.POISONED_STATIC, 0);
        List<Outcome<Integer>> outcomes = run(50, 0.99, Knobs.STANDARD.with(List.of(fault)));
        assertThat(outcomes).allMatch(Outcome.Failed.class::isInstance);
    }

    @Test
    void a_batch_of_nothing_decides_nothing_and_a_small_one_not_for_good() throws Exception {
        try (var crew =
                new AutoCrew<>(new Sums(), Orders.of(2), notes, new StopSignal(), watch(0.99))) {
            assertThat(crew.perform(List.of())).isEmpty();
            assertThat(notes.lanes.get(0)).containsExactly("STARTING");
            assertThat(crew.perform(List.of(0))).hasSize(1);
            assertThat(notes.remarks).isEmpty();
            List<Integer> many = IntStream.range(1, 500).boxed().toList();
            assertThat(crew.perform(many)).allMatch(Outcome.Done.class::isInstance);
            assertThat(notes.remarks).singleElement().asString().contains("fixed-pool");
        }
    }
}

package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.ReadingList.Column;
import dev.lanescope.trace.Counter;
import dev.lanescope.trace.CounterNames;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/// The readings of counters as rows.
class ReadingListTest {

    private static Snapshot trace() {
        var trace = new Trace(Traces.info(1, 1), Traces.STARTING);
        Counter queue = trace.counter("queue");
        queue.append(10, 1);
        queue.append(20, 5);
        queue.append(30, 0);
        Counter never = trace.counter("never");
        never.append(15, 0);
        trace.counter(CounterNames.runQueue(0)).append(15, 100);
        Counter heap = trace.counter("heap MB");
        heap.append(5, 7);
        heap.append(25, 3);
        trace.finish(40);
        return Traces.finished(trace);
    }

    /// Heap in two words, as figures of halves.
    private static final ReadingList.Words WORDS =
            new ReadingList.Words() {
                @Override
                public String title(CounterView counter) {
                    return counter.name().replace("heap MB", "the heap");
                }

                @Override
                public double figure(CounterView counter, long value) {
                    return counter.name().startsWith("heap") ? value / 2.0 : value;
                }
            };

    private static ReadingList of(Snapshot trace) {
        return ReadingList.of(trace, new Stretch(0, trace.endNanos(), List.of(0)), 100, WORDS);
    }

    private static ReadingList of(long from, long to) {
        return ReadingList.of(trace(), new Stretch(from, to, List.of(0)), 100, WORDS);
    }

    private static List<String> rows(ReadingList list) {
        return IntStream.range(0, list.size())
                .mapToObj(list::reading)
                .map(it -> it.counter().name() + " " + it.nanos() + " " + it.value())
                .toList();
    }

    @Test
    void all_readings_of_counters_that_have_a_picture_are_rows() {
        assertThat(rows(of(0, 40)))
                .containsExactly(
                        "queue 10 1", "queue 20 5", "queue 30 0", "heap MB 5 7", "heap MB 25 3");
    }

    @Test
    void of_a_stretch_there_are_those_within_and_the_one_that_held_when_it_began() {
        assertThat(rows(of(15, 25))).containsExactly("queue 10 1", "queue 20 5", "heap MB 5 7");
        assertThat(rows(of(20, 26))).containsExactly("queue 20 5", "heap MB 5 7", "heap MB 25 3");
        assertThat(rows(of(0, 5))).isEmpty();
        assertThat(rows(of(35, 35))).containsExactly("queue 30 0", "heap MB 25 3");
    }

    @Test
    void rows_are_sorted_by_time_and_by_the_figures_that_people_see() {
        ReadingList all = of(0, 40);
        assertThat(rows(all.sorted(Column.TIME, false)))
                .containsExactly(
                        "heap MB 5 7", "queue 10 1", "queue 20 5", "heap MB 25 3", "queue 30 0");
        assertThat(rows(all.sorted(Column.TIME, true)))
                .containsExactly(
                        "queue 30 0", "heap MB 25 3", "queue 20 5", "queue 10 1", "heap MB 5 7");
        assertThat(rows(all.sorted(Column.VALUE, true)))
                .containsExactly(
                        "queue 20 5", "heap MB 5 7", "heap MB 25 3", "queue 10 1", "queue 30 0");
        assertThat(rows(all.sorted(Column.VALUE, false)))
                .containsExactly(
                        "queue 30 0", "queue 10 1", "heap MB 25 3", "heap MB 5 7", "queue 20 5");
    }

    @Test
    void counters_stand_in_the_order_of_their_names_until_another_is_wanted() {
        Snapshot trace = counting("queue 10", "Heap", "queue 9", "queue 9");
        ReadingList usual = of(trace);
        assertThat(rows(usual))
                .containsExactly(
                        "Heap 2 1",
                        "Heap 12 1",
                        "queue 9 3 1",
                        "queue 9 13 1",
                        "queue 9 4 1",
                        "queue 9 14 1",
                        "queue 10 1 1",
                        "queue 10 11 1");
        assertThat(rows(usual.sorted(Column.COUNTER, false))).isEqualTo(rows(usual));
        assertThat(rows(usual.sorted(Column.COUNTER, true)))
                .as("those of one name keep their order")
                .containsExactly(
                        "queue 10 1 1",
                        "queue 10 11 1",
                        "queue 9 3 1",
                        "queue 9 13 1",
                        "queue 9 4 1",
                        "queue 9 14 1",
                        "Heap 2 1",
                        "Heap 12 1");
        assertThat(rows(usual.sorted(Column.VALUE, true))).as("all alike").isEqualTo(rows(usual));
    }

    /// Counters that were set to 1 twice, each a nanosecond after the one before.
    private static Snapshot counting(String... names) {
        var trace = new Trace(Traces.info(1, 1), Traces.STARTING);
        for (int number = 0; number < names.length; number++) {
            Counter counter = trace.counter(names[number]);
            counter.append(1 + number, 1);
            counter.append(11 + number, 1);
        }
        trace.finish(40);
        return Traces.finished(trace);
    }

    @Test
    void the_greatest_and_the_least_values_are_in_order_both_ways() {
        var trace = new Trace(Traces.info(1, 1), Traces.STARTING);
        Counter counter = trace.counter("far");
        long[] values = {0, Long.MAX_VALUE, -1, Long.MIN_VALUE, 1};
        for (int at = 0; at < values.length; at++) {
            counter.append(at, values[at]);
        }
        trace.finish(40);
        ReadingList list = of(Traces.finished(trace));
        assertThat(values(list.sorted(Column.VALUE, false)))
                .containsExactly(Long.MIN_VALUE, -1L, 0L, 1L, Long.MAX_VALUE);
        assertThat(values(list.sorted(Column.VALUE, true)))
                .containsExactly(Long.MAX_VALUE, 1L, 0L, -1L, Long.MIN_VALUE);
    }

    private static List<Long> values(ReadingList list) {
        return IntStream.range(0, list.size()).mapToObj(row -> list.reading(row).value()).toList();
    }

    @Test
    void what_a_counter_is_called_finds_its_readings_and_a_row_is_found_again() {
        ReadingList heap = of(0, 40).matching(" THE HEAP ");
        assertThat(rows(heap)).containsExactly("heap MB 5 7", "heap MB 25 3");
        assertThat(of(0, 40).rowOf(heap.reading(1))).isEqualTo(4);
        assertThat(heap.rowOf(of(0, 40).reading(0))).isEqualTo(-1);
        assertThat(of(0, 40).matching("MB").size()).isZero();
    }

    @Test
    void of_too_many_the_first_are_listed_and_all_are_counted() {
        var list = ReadingList.of(trace(), new Stretch(0, 40, List.of(0)), 4, WORDS);
        assertThat(list.size()).isEqualTo(4);
        assertThat(list.all()).isEqualTo(5);
    }
}

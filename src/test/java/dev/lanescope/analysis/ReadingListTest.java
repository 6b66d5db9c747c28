package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.ReadingList.Column;
import dev.lanescope.trace.Counter;
import dev.lanescope.trace.CounterNames;
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

    private static ReadingList of(long from, long to) {
        return ReadingList.of(trace(), new Stretch(from, to, List.of(0)), 100);
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
    void rows_are_sorted_by_counter_by_time_and_by_value() {
        ReadingList all = of(0, 40);
        assertThat(rows(all.sorted(Column.TIME, false)))
                .containsExactly(
                        "heap MB 5 7", "queue 10 1", "queue 20 5", "heap MB 25 3", "queue 30 0");
        assertThat(rows(all.sorted(Column.VALUE, true)))
                .containsExactly(
                        "heap MB 5 7", "queue 20 5", "heap MB 25 3", "queue 10 1", "queue 30 0");
        assertThat(rows(all.sorted(Column.COUNTER, true))).first().isEqualTo("heap MB 5 7");
    }

    @Test
    void a_name_finds_the_readings_of_its_counter_and_a_row_is_found_again() {
        ReadingList heap = of(0, 40).matching(" HEAP ");
        assertThat(rows(heap)).containsExactly("heap MB 5 7", "heap MB 25 3");
        assertThat(of(0, 40).rowOf(heap.reading(1))).isEqualTo(4);
        assertThat(heap.rowOf(of(0, 40).reading(0))).isEqualTo(-1);
    }

    @Test
    void of_too_many_the_first_are_listed_and_all_are_counted() {
        var list = ReadingList.of(trace(), new Stretch(0, 40, List.of(0)), 4);
        assertThat(list.size()).isEqualTo(4);
        assertThat(list.all()).isEqualTo(5);
    }
}

package dev.lanescope.exchange.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.JvmEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Rows in which nothing overlaps.
class FreeRowsTest {

    private static JvmEvent event(long start, long end) {
        return new JvmEvent(JvmEvent.Kind.COMPILATION, "C2", start, end);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void nothing_overlaps_nothing_is_lost_and_there_are_no_more_rows_than_needed(long seed) {
        var random = new Random(seed);
        var events = new ArrayList<JvmEvent>();
        for (int i = 0; i < 100; i++) {
            long start = random.nextInt(300);
            events.add(event(start, start + 1 + random.nextInt(40)));
        }
        List<List<JvmEvent>> rows = FreeRows.of(events);
        assertThat(rows.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(events);
        for (List<JvmEvent> row : rows) {
            for (int i = 1; i < row.size(); i++) {
                assertThat(row.get(i).startNanos())
                        .isGreaterThanOrEqualTo(row.get(i - 1).endNanos());
            }
        }
        int most =
                IntStream.range(0, 341)
                        .map(at ->
                                (int)
                                        events.stream()
                                                .filter(each -> each.startNanos() <= at)
                                                .filter(each -> each.endNanos() > at)
                                                .count())
                        .max()
                        .orElseThrow();
        assertThat(rows).hasSize(most);
    }

    @Test
    void of_nothing_there_are_no_rows() {
        assertThat(FreeRows.of(List.of())).isEmpty();
    }
}

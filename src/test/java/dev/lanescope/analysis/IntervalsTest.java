package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.JvmEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/// Intervals cover exactly the nanoseconds that any of their events covers.
public class IntervalsTest {

    /// Random stops and compilations, overlapping, touching, nested and empty ones among them.
    public static List<JvmEvent> events(Random random, int count, int endNanos) {
        var events = new ArrayList<JvmEvent>();
        for (int i = 0; i < count; i++) {
            long start = random.nextInt(endNanos);
            long end = Math.min(endNanos, start + random.nextInt(endNanos / 10 + 1));
            var kind = JvmEvent.Kind.values()[random.nextInt(3)];
            events.add(new JvmEvent(kind, kind.name(), start, end));
        }
        return events;
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void any_window_is_covered_as_counted_nanosecond_by_nanosecond(long seed) {
        var random = new Random(seed);
        int end = 1 + random.nextInt(2_000);
        List<JvmEvent> events = events(random, random.nextInt(40), end);
        var intervals = Intervals.ofStops(events);
        var covered = new BitSet(end);
        for (JvmEvent event : events) {
            if (event.kind() != JvmEvent.Kind.COMPILATION) {
                covered.set((int) event.startNanos(), (int) event.endNanos());
            }
        }
        assertThat(intervals.nanos()).isEqualTo(covered.cardinality());
        for (int i = 0; i < 50; i++) {
            int from = random.nextInt(end + 1);
            int to = from + random.nextInt(end + 1 - from);
            assertThat(intervals.nanosWithin(from, to))
                    .isEqualTo(covered.get(from, to).cardinality());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void no_interval_touches_the_next(long seed) {
        var intervals = Intervals.of(events(new Random(seed), 60, 1_000), _ -> true);
        for (int i = 1; i < intervals.size(); i++) {
            assertThat(intervals.start(i)).isGreaterThan(intervals.end(i - 1));
        }
    }

    @Test
    void nothing_is_covered_where_nothing_happened() {
        var none = Intervals.ofStops(List.of());
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.nanosWithin(-5, 5)).isZero();
        assertThat(none.firstEndingAfter(0)).isZero();
    }
}

package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

class SpanListTest {

    private static List<Span> all(SpanList list) {
        return IntStream.range(0, list.size()).mapToObj(list::span).toList();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_rows_are_the_spans_that_the_statistics_count(long seed) {
        Snapshot trace = Traces.random(seed);
        Stretch stretch = StretchStatisticsTest.someOf(trace, seed);
        var list = SpanList.of(trace, stretch, Integer.MAX_VALUE);
        List<Span> visited = new ArrayList<>();
        StretchSpans.visit(trace, stretch, (lane, span, _) -> visited.add(lane.span(span)));
        assertThat(all(list)).isEqualTo(visited);
        for (int row = 0; row < list.size(); row += 7) {
            Span span = list.span(row);
            assertThat(list.rowOf(span.lane(), span.index())).isEqualTo(row);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void sorting_agrees_with_a_stable_sort_by_each_column(long seed) {
        Snapshot trace = Traces.random(seed);
        var list = SpanList.of(trace, Stretch.of(trace), Integer.MAX_VALUE);
        check(list, SpanList.Column.LANE, Comparator.comparingInt(Span::lane));
        check(list, SpanList.Column.START, Comparator.comparingLong(Span::startNanos));
        check(list, SpanList.Column.DURATION, Comparator.comparingLong(Span::nanos));
        check(list, SpanList.Column.STATE, Comparator.comparingInt(Span::state));
        check(
                list,
                SpanList.Column.ITEM,
                Comparator.comparing(span -> trace.itemOf(span).orElse(""), NaturalOrder.OF_NAMES));
    }

    private static void check(SpanList list, SpanList.Column column, Comparator<Span> order) {
        assertThat(all(list.sorted(column, false)))
                .isEqualTo(all(list).stream().sorted(order).toList());
        assertThat(all(list.sorted(column, true)))
                .isEqualTo(all(list).stream().sorted(order.reversed()).toList());
    }

    @Test
    void a_text_finds_pages_stages_and_lanes_in_upper_or_lower_case() {
        Snapshot trace = Traces.of("idle 5, read@0 10, parse@1 20", "idle 25, read@2 10");
        var list = SpanList.of(trace, Stretch.of(trace), 100);
        assertThat(all(list.matching("READ"))).hasSize(2);
        assertThat(all(list.matching(" page-1 "))).extracting(Span::item).containsExactly(1);
        assertThat(all(list.matching(trace.lanes().get(1).name())))
                .extracting(Span::lane)
                .contains(1);
        assertThat(list.matching("nowhere").size()).isZero();
        assertThat(list.matching("  ")).isSameAs(list);
        assertThat(list.rowOf(1, 99)).isEqualTo(-1);
    }

    @Test
    void of_too_many_the_first_are_listed_and_all_are_counted() {
        Snapshot trace = Traces.random(5, 3, 50);
        var list = SpanList.of(trace, Stretch.of(trace), 20);
        assertThat(list.size()).isEqualTo(20);
        assertThat(list.all()).isEqualTo(trace.spans());
    }
}

package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.analysis.NaturalOrder;
import dev.lanescope.trace.Snapshot;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What stands where, by small examples; [RowsPropertiesTest] has the laws.
class RowsTest {

    /// Two processes of two threads, and a writer.
    private static final Snapshot HYBRID =
            Named.lanes(
                    "parse@0 10, idle 90",
                    "process 1 (pid 7), thread 1",
                    "parse@1 40, idle 60",
                    "process 1 (pid 7), thread 2",
                    "parse@2 99, idle 1",
                    "process 2 (pid 9), thread 1",
                    "idle 50, parse@3 20, idle 30",
                    "process 2 (pid 9), thread 2",
                    "write@4 100",
                    "fixed-pool-writer");

    private static Rows rows(Arrangement wanted) {
        return Rows.of(HYBRID, LaneRoster.of(HYBRID), wanted);
    }

    /// One word a row: the number of a lane, in brackets where it stands alone among groups; or a
    /// group's name with + if it is collapsed.
    private static String text(Rows rows) {
        return IntStream.range(0, rows.count())
                .mapToObj(row -> word(rows, row))
                .collect(Collectors.joining(" "));
    }

    private static String word(Rows rows, int row) {
        Optional<LaneGroup> heading = rows.heading(row);
        if (heading.isPresent()) {
            return heading.get().name() + (heading.get().isCollapsed() ? "+" : ":");
        }
        int lane = rows.lane(row);
        boolean alone =
                !rows.groups().isEmpty() && !rows.isPinned(lane) && rows.groupOf(lane).isEmpty();
        return alone ? "(" + lane + ")" : "" + lane;
    }

    private static String text(Arrangement wanted) {
        return text(rows(wanted));
    }

    @Test
    void threads_stand_under_their_process() {
        assertThat(text(Arrangement.USUAL)).isEqualTo("Process 1: 0 1 Process 2: 2 3 (4)");
    }

    @Test
    void groups_may_be_the_model_or_nothing() {
        assertThat(text(Arrangement.USUAL.groupedBy(LaneGrouping.MODEL)))
                .isEqualTo("Platform threads: 0 1 2 3 4");
        assertThat(text(Arrangement.USUAL.groupedBy(LaneGrouping.THREAD))).isEqualTo("0 1 2 3 4");
    }

    @Test
    void workers_of_one_kind_need_no_heading() {
        Snapshot plain = Named.lanes("parse@0 9", "fixed-pool-1", "parse@1 9", "fixed-pool-2");
        assertThat(text(Rows.of(plain, LaneRoster.of(plain), Arrangement.USUAL))).isEqualTo("0 1");
    }

    @Test
    void a_collapsed_group_is_one_row_that_stands_for_its_lanes() {
        Rows rows = rows(Arrangement.USUAL.collapsing("Process 1"));
        assertThat(text(rows)).isEqualTo("Process 1+ Process 2: 2 3 (4)");
        assertThat(rows.lanesAt(0)).containsExactly(0, 1);
        assertThat(rows.rowOf(1)).isZero();
        assertThat(rows.hasRow(1)).isFalse();
        assertThat(rows.shown()).isEqualTo(5);
    }

    @Test
    void pinned_lanes_stand_above_all_in_the_order_of_pinning() {
        Rows rows = rows(Arrangement.USUAL.pinning(3).pinning(0));
        assertThat(text(rows)).isEqualTo("3 0 Process 1: 1 Process 2: 2 (4)");
        assertThat(rows.pinned()).isEqualTo(2);
    }

    @Test
    void hidden_lanes_are_counted_and_come_back() {
        Arrangement hidden = Arrangement.USUAL.hiding(Set.of(0, 1, 4, 99));
        assertThat(text(hidden)).isEqualTo("Process 2: 2 3");
        assertThat(rows(hidden).hidden()).isEqualTo(3);
        assertThat(text(hidden.showingHidden())).isEqualTo(text(Arrangement.USUAL));
    }

    @Test
    void what_is_pinned_is_not_hidden_and_the_other_way_round() {
        assertThat(text(Arrangement.USUAL.hiding(Set.of(2)).pinning(2)))
                .isEqualTo("2 Process 1: 0 1 Process 2: 3 (4)");
        assertThat(Arrangement.USUAL.pinning(2).hiding(Set.of(2)).pinned()).isEmpty();
        assertThatThrownBy(() ->
                        new Arrangement(
                                LaneOrder.NAME,
                                LaneGrouping.PART,
                                Set.of(1),
                                List.of(1),
                                Set.of(),
                                "",
                                List.of()))
                .hasMessage("lanes both pinned and hidden: [1]");
    }

    @Test
    void a_filter_asks_for_all_its_words_in_name_or_group_and_leaves_pinned_lanes() {
        assertThat(text(Arrangement.USUAL.filteredBy(" THREAD  2 "))).contains("1", "3");
        assertThat(text(Arrangement.USUAL.filteredBy("pid 9"))).isEqualTo("Process 2: 2 3");
        assertThat(text(Arrangement.USUAL.filteredBy("writ").pinning(0))).isEqualTo("0 4");
        assertThat(rows(Arrangement.USUAL.filteredBy("no such lane")).count()).isZero();
    }

    @Test
    void lanes_are_sorted_and_groups_follow_their_first_lanes() {
        assertThat(text(Arrangement.USUAL.sortedBy(LaneOrder.BUSY)))
                .isEqualTo("(4) Process 2: 2 3 Process 1: 1 0");
        assertThat(text(Arrangement.USUAL.sortedBy(LaneOrder.FINISH)))
                .isEqualTo("(4) Process 2: 2 3 Process 1: 1 0");
        assertThat(text(Arrangement.USUAL.sortedBy(LaneOrder.NAME))).startsWith("Process 1: 0 1");
    }

    @Test
    void names_are_sorted_by_their_numbers() {
        List<String> names = List.of("worker 10", "Worker 9", "worker 2b", "worker 02", "main");
        assertThat(names.stream().sorted(NaturalOrder.OF_NAMES).toList())
                .containsExactly("main", "worker 02", "worker 2b", "Worker 9", "worker 10");
    }

    @Test
    void walking_from_lane_to_lane_skips_headings_and_collapsed_groups() {
        Rows rows = rows(Arrangement.USUAL.collapsing("Process 2").hiding(Set.of(0)));
        assertThat(rows.neighbour(1, +1)).isEqualTo(4);
        assertThat(rows.neighbour(4, -1)).isEqualTo(1);
        assertThat(rows.neighbour(4, +1)).as("nothing follows").isEqualTo(4);
        assertThat(rows.neighbour(2, +1)).as("from within a collapsed group").isEqualTo(4);
        assertThat(rows.neighbour(0, +1)).as("from a hidden lane").isEqualTo(1);
    }

    @Test
    void a_lane_is_moved_within_its_group_and_a_group_with_all_its_lanes() {
        Rows rows = rows(Arrangement.USUAL.hiding(Set.of(3)));
        assertThat(text(rows)).isEqualTo("Process 1: 0 1 Process 2: 2 (4)");
        Arrangement swapped = new RowMove(1, 2, true, 0).applied(rows, Arrangement.USUAL);
        assertThat(text(swapped)).isEqualTo("Process 1: 1 0 Process 2: 2 3 (4)");
        Arrangement first = new RowMove(5, 0, false, 0).applied(rows, Arrangement.USUAL);
        assertThat(text(first)).isEqualTo("(4) Process 1: 0 1 Process 2: 2 3");
        Arrangement last = new RowMove(0, 5, true, 0).applied(rows, Arrangement.USUAL);
        assertThat(text(last)).isEqualTo("Process 2: 2 3 (4) Process 1: 0 1");
    }

    @Test
    void a_part_of_one_lane_that_bears_its_name_needs_no_heading() {
        Snapshot recording =
                Named.foreign(
                        "C2 CompilerThread0",
                        "GC Thread#0",
                        "GC Thread#1",
                        "Common-Cleaner",
                        "main");
        LaneRoster roster = LaneRoster.of(recording);
        assertThat(text(Rows.of(recording, roster, Arrangement.USUAL)))
                .isEqualTo("(0) GC Thread: 1 2 (3) (4)");
    }

    @Test
    void a_process_of_one_thread_keeps_its_heading() {
        Snapshot browser = Named.foreign("browser / main", "tab / main", "tab / worker");
        LaneRoster roster = LaneRoster.of(browser);
        assertThat(text(Rows.of(browser, roster, Arrangement.USUAL)))
                .isEqualTo("browser: 0 tab: 1 2");
    }

    @Test
    void a_lane_that_stands_alone_changes_places_with_whole_groups() {
        Rows rows = rows(Arrangement.USUAL);
        RowMove up = RowMove.step(rows, 6, -1).orElseThrow();
        assertThat(text(up.applied(rows, Arrangement.USUAL)))
                .isEqualTo("Process 1: 0 1 (4) Process 2: 2 3");
        assertThat(RowMove.step(rows, 6, +1)).as("it is the last").isEmpty();
        assertThat(RowMove.step(rows, 1, -1)).as("the first of its group").isEmpty();
        assertThat(RowMove.step(rows, 1, +1)).contains(new RowMove(1, 2, true, 0));
    }

    @Test
    void a_dragged_row_goes_to_the_nearest_place_that_is_open_to_it() {
        var view =
                new Viewport(
                        TimeWindow.fit(100), LaneLayout.full(rows(Arrangement.USUAL)), 9, 400, 0);
        assertThat(RowMove.of(view, 1, 22 + 76 + 30))
                .as("a lane below its group's end")
                .contains(new RowMove(1, 2, true, 98));
        assertThat(RowMove.of(view, 1, 30)).as("where it is").isEmpty();
        assertThat(RowMove.of(view, 1, 22 + 38)).as("above its neighbour").isEmpty();
        assertThat(RowMove.of(view, 6, -50)).contains(new RowMove(6, 0, false, 0));
    }

    @Test
    void another_trace_keeps_order_and_grouping_only() {
        Arrangement before =
                Arrangement.USUAL
                        .sortedBy(LaneOrder.BUSY)
                        .groupedBy(LaneGrouping.THREAD)
                        .pinning(1)
                        .hiding(Set.of(2))
                        .filteredBy("x");
        assertThat(before.forAnotherTrace())
                .isEqualTo(
                        Arrangement.USUAL.sortedBy(LaneOrder.BUSY).groupedBy(LaneGrouping.THREAD));
    }

    @Test
    void a_roster_is_the_same_until_somebody_comes_or_is_renamed() {
        LaneRoster roster = LaneRoster.of(HYBRID);
        assertThat(roster.updated(HYBRID)).isSameAs(roster);
        Snapshot renamed = Named.lanes("parse@0 9", "fixed-pool-1", "parse@1 9", "fixed-pool-2");
        assertThat(LaneRoster.of(Named.lanes("parse@0 9", "x")).updated(renamed).title(1))
                .isEqualTo("Worker 2");
    }
}

package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// The laws of rows, whatever people did to get there. The seed that breaks one is in the test's
/// name.
class RowsPropertiesTest {

    private static final List<String> NAMES =
            List.of(
                    "fixed-pool-%d",
                    "process %d (pid 7), thread 1", "carrier %d (p)", "fixed-pool-writer", "x");

    private static Snapshot random(Random random, long seed) {
        Trace trace = Traces.randomTrace(seed, 1 + random.nextInt(12), 1 + random.nextInt(80));
        int lanes = Traces.finished(trace).lanes().size();
        for (int lane = 0; lane < lanes; lane++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            trace.lane(lane).rename(String.format(name, random.nextInt(3)));
        }
        return Traces.finished(trace);
    }

    /// What somebody may have come to after some clicks.
    private static Arrangement clicked(Snapshot trace, Random random) {
        Arrangement now = Arrangement.USUAL;
        for (int click = random.nextInt(12); click > 0; click--) {
            now = click(trace, now, random);
        }
        return now;
    }

    private static Arrangement click(Snapshot trace, Arrangement now, Random random) {
        Rows rows = rows(trace, now);
        int lane = random.nextInt(trace.lanes().size() + 1);
        return switch (random.nextInt(10)) {
            case 0 -> now.pinning(lane);
            case 1 -> now.unpinning(lane);
            case 2 -> now.hiding(Set.of(lane));
            case 3 -> now.showingHidden();
            case 4 -> now.sortedBy(LaneOrder.values()[random.nextInt(LaneOrder.values().length)]);
            case 5 -> now.groupedBy(LaneGrouping.values()[random.nextInt(3)]);
            case 6 -> now.filteredBy(random.nextBoolean() ? "" : "p");
            case 7 -> {
                var group = rows.groups().stream().findAny();
                yield group.map(its -> now.collapsing(its.name())).orElse(now);
            }
            case 8 -> now.withCollapsed(Set.of());
            default -> {
                if (rows.count() == 0) {
                    yield now;
                }
                var view = view(rows, random, trace);
                int row = random.nextInt(rows.count());
                yield RowMove.of(view, row, random.nextInt(-50, 600))
                        .map(move -> move.applied(rows, now))
                        .orElse(now);
            }
        };
    }

    private static Rows rows(Snapshot trace, Arrangement wanted) {
        return Rows.of(trace, LaneRoster.of(trace), wanted);
    }

    private static Viewport view(Rows rows, Random random, Snapshot trace) {
        LaneLayout layout =
                random.nextBoolean()
                        ? LaneLayout.full(rows)
                        : LaneLayout.compact(rows, 3 + random.nextInt(12));
        int height = 20 + random.nextInt(300);
        int scroll = layout.clampScroll(random.nextInt(400), height);
        TimeWindow window = Windows.random(random, trace.endNanos());
        return new Viewport(window, layout, 1 + random.nextInt(300), height, scroll);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void every_lane_that_is_not_hidden_or_filtered_away_stands_in_exactly_one_place(long seed) {
        var random = new Random(seed);
        Snapshot trace = random(random, seed);
        Arrangement wanted = clicked(trace, random);
        Rows rows = rows(trace, wanted);
        List<Integer> seen =
                IntStream.range(0, rows.count()).flatMap(rows::lanesAt).boxed().toList();
        assertThat(seen).doesNotHaveDuplicates().hasSize(rows.shown());
        var expected = new HashSet<Integer>();
        LaneRoster roster = LaneRoster.of(trace);
        for (int lane = 0; lane < trace.lanes().size(); lane++) {
            boolean matches = wanted.filter().isEmpty() || roster.matches(lane, wanted.filter());
            boolean pinned = wanted.pinned().contains(lane);
            if (!wanted.hidden().contains(lane) && (matches || pinned)) {
                expected.add(lane);
            }
        }
        assertThat(new HashSet<>(seen)).isEqualTo(expected);
        for (int row = 0; row < rows.count(); row++) {
            int here = row;
            assertThat(rows.lanesAt(row)).allMatch(lane -> rows.rowOf(lane) == here);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void pinned_lanes_come_first_and_groups_are_never_torn(long seed) {
        var random = new Random(seed);
        Snapshot trace = random(random, seed);
        Rows rows = rows(trace, clicked(trace, random));
        Optional<LaneGroup> under = Optional.empty();
        for (int row = 0; row < rows.count(); row++) {
            if (!rows.isLane(row)) {
                under = rows.heading(row);
            } else if (row < rows.pinned()) {
                assertThat(rows.groupOf(rows.lane(row))).isEmpty();
            } else {
                Optional<LaneGroup> group = rows.groupOf(rows.lane(row));
                under = group.isEmpty() ? Optional.empty() : under; // it stands by itself
                assertThat(group).isEqualTo(under);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void sorting_is_stable_and_in_order_within_every_group(long seed) {
        var random = new Random(seed);
        Snapshot trace = random(random, seed);
        LaneTime time = LaneTime.of(trace);
        Rows rows = rows(trace, clicked(trace, random).sortedBy(LaneOrder.BUSY));
        for (int row = rows.pinned() + 1; row < rows.count(); row++) {
            boolean lanes = rows.isLane(row) && rows.isLane(row - 1);
            if (lanes && rows.canChangePlaces(row, row - 1)) {
                int lane = rows.lane(row);
                int above = rows.lane(row - 1);
                double less = time.busyShare(above) - time.busyShare(lane);
                assertThat(less).isGreaterThanOrEqualTo(-1e-8);
                assertThat(less != 0 || above < lane).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void expanding_undoes_collapsing_and_showing_undoes_hiding(long seed) {
        var random = new Random(seed);
        Snapshot trace = random(random, seed);
        Arrangement wanted = clicked(trace, random).withCollapsed(Set.of()).showingHidden();
        List<Integer> before = rows(trace, wanted).ownLanes().boxed().toList();
        Arrangement changed = wanted;
        Rows expanded = rows(trace, wanted);
        long ungrouped =
                expanded.ownLanes().filter(lane -> expanded.groupOf(lane).isEmpty()).count();
        var groups = new ArrayList<>(expanded.groups());
        for (LaneGroup group : groups) {
            changed = changed.collapsing(group.name());
        }
        assertThat(rows(trace, changed).ownLanes().count()).isEqualTo(ungrouped);
        for (LaneGroup group : groups) {
            changed = changed.expanding(group.name());
        }
        Set<Integer> unpinned = new HashSet<>(before);
        unpinned.removeAll(wanted.pinned());
        changed = changed.hiding(unpinned).showingHidden();
        assertThat(rows(trace, changed).ownLanes().boxed().toList()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void a_row_that_is_dragged_lands_where_the_line_was(long seed) {
        var random = new Random(seed);
        Snapshot trace = random(random, seed);
        Arrangement wanted = clicked(trace, random);
        Rows rows = rows(trace, wanted);
        for (int row = 0; row < rows.count(); row++) {
            Viewport view = view(rows, random, trace);
            Optional<RowMove> move = RowMove.of(view, row, random.nextInt(-50, 500));
            if (move.isPresent()) {
                Rows after = rows(trace, move.get().applied(rows, wanted));
                int place = placeOf(after, rows, row);
                int anchor = placeOf(after, rows, move.get().anchor());
                int above = move.get().after() ? anchor : place;
                assertThat(above + height(after, above)).isEqualTo(Math.max(place, anchor));
                assertThat(after.count()).isEqualTo(rows.count());
            }
        }
    }

    /// Where a row stands after a move.
    private static int placeOf(Rows after, Rows before, int row) {
        Optional<LaneGroup> group = before.heading(row);
        if (group.isEmpty()) {
            return after.rowOf(before.lane(row));
        }
        return IntStream.range(0, after.count())
                .filter(other ->
                        after.heading(other)
                                .map(LaneGroup::name)
                                .equals(group.map(LaneGroup::name)))
                .findFirst()
                .orElseThrow();
    }

    /// How many rows a lane, or a group with its lanes, takes.
    private static int height(Rows rows, int row) {
        return 1
                + rows.heading(row)
                        .filter(group -> !group.isCollapsed())
                        .map(LaneGroup::size)
                        .orElse(0);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void a_height_of_the_screen_belongs_to_the_row_that_is_painted_there(long seed) {
        var random = new Random(seed);
        Snapshot trace = random(random, seed);
        Viewport view = view(rows(trace, clicked(trace, random)), random, trace);
        Set<Integer> hit = new HashSet<>();
        for (int y = 0; y < view.height(); y++) {
            int row = view.rowAt(y + 0.5);
            if (row != Rows.NONE) {
                hit.add(row);
                assertThat(view.rowY(row)).isLessThanOrEqualTo(y);
                assertThat(view.rowY(row) + view.layout().rowHeight(row)).isGreaterThan(y);
            }
        }
        Set<Integer> inSight = new HashSet<>(view.rowsInSight().boxed().toList());
        inSight.removeIf(row -> view.layout().rowHeight(row) == 0);
        assertThat(hit).isEqualTo(inSight);
    }

    /// Where the picture shows work there is a span of work to hit, on the very lane.
    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void picture_and_hit_test_agree(long seed) {
        var random = new Random(seed);
        Snapshot trace = random(random, seed);
        Viewport view = view(rows(trace, clicked(trace, random)), random, trace);
        var picture = Picture.of(view.width(), view.height());
        new LaneRaster(trace.info(), new LetterPaint()).paint(trace, view, picture);
        for (int round = 0; round < 300; round++) {
            int x = random.nextInt(view.width());
            int y = random.nextInt(view.height());
            int lane = view.laneAt(y + 0.5);
            if (lane == Rows.NONE) {
                boolean collapsed =
                        Optional.of(view.rowAt(y + 0.5))
                                .filter(row -> row != Rows.NONE)
                                .flatMap(view.rows()::heading)
                                .filter(LaneGroup::isCollapsed)
                                .isPresent();
                assertThat(collapsed || picture.at(x, y) == LetterPaint.GROUND).isTrue();
                assertThat(HitTest.at(trace, view, x + 0.5, y + 0.5)).isEmpty();
            } else if (isPaintedAsSpan(picture.at(x, y))) {
                assertThat(HitTest.at(trace, view, x + 0.5, y + 0.5)).map(Hit::lane).contains(lane);
                assertThat(hasState(trace.lanes().get(lane), view, x, picture.at(x, y))).isTrue();
            }
        }
    }

    private static boolean isPaintedAsSpan(int pixel) {
        return pixel != LetterPaint.GROUND
                && pixel != LetterPaint.BAND
                && pixel != LetterPaint.BAND_ALTERNATE
                && pixel != ',';
    }

    private static boolean hasState(LaneView lane, Viewport view, int x, int letter) {
        long from = Math.max(0, view.window().columnStart(x, view.width()));
        long to = Math.max(from + 1, view.window().columnStart(x + 1, view.width()));
        for (int index = lane.indexAt(from); index < lane.size(); index++) {
            Span span = lane.span(index);
            if (span.startNanos() >= to) {
                return false;
            }
            if (new LetterPaint().solid(span.state()) == letter) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void boxes_of_spans_and_pages_lie_in_their_rows(long seed) {
        var random = new Random(seed);
        Snapshot trace = random(random, seed);
        Viewport view = view(rows(trace, clicked(trace, random)), random, trace);
        for (LaneView lane : trace.lanes()) {
            int row = view.rows().rowOf(lane.number());
            Box box = HitTest.box(view, lane.span(0));
            if (row == Rows.NONE) {
                assertThat(box.y()).isLessThan(-10_000);
            } else {
                assertThat(box.y()).isEqualTo(view.rowY(row) + view.layout().spanOffset());
            }
            ItemVisit.around(lane, lane.size() / 2)
                    .filter(_ -> row != Rows.NONE)
                    .map(visit -> HitTest.box(view, visit))
                    .ifPresent(band ->
                            assertThat(view.rowAt(band.y() + 0.5))
                                    .isIn(row, Rows.NONE, under(view)));
        }
    }

    /// A row that scrolls may be covered by the fixed ones.
    private static Integer under(Viewport view) {
        return view.fixedRows() - 1;
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_lanes_between_two_heights_are_those_that_are_seen_there(long seed) {
        var random = new Random(seed);
        Snapshot trace = random(random, seed);
        Viewport view = view(rows(trace, clicked(trace, random)), random, trace);
        int from = random.nextInt(view.height());
        int to = random.nextInt(from, view.height());
        Set<Integer> seen = new HashSet<>();
        for (int y = from; y <= to; y++) {
            int row = view.rowAt(y);
            if (row != Rows.NONE) {
                view.rows().lanesAt(row).forEach(seen::add);
            }
        }
        assertThat(new HashSet<>(view.lanesBetween(to, from))).isEqualTo(seen);
    }
}

package dev.lanescope.chart;

import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What stands below each other: one row a lane, and among them headings of groups. The main view,
/// the overview and everything that walks from lane to lane have their order from here.
///
/// **Invariants.** A lane has one row of its own, or is one of the lanes of a collapsed group, or
/// is not shown at all, because it is hidden or filtered away. Pinned lanes are the first rows. An
/// open group's heading stands right before its lanes. Lanes of no group stand among the groups.
///
/// Never changes and is made only when an [Arrangement] or the list of lanes does, so a frame costs
/// what is in sight.
public final class Rows {

    /// Instead of a row or a lane: there is none.
    public static final int NONE = -1;

    /// By row: the number of the lane; of a heading, the index of its group counted from -1 down.
    private final int[] rows;

    private final int pinned;
    private final List<LaneGroup> groups;
    private final int hidden;

    /// All lanes of the trace, shown or not: group by group, sorted.
    private final int[] order;

    private final int[] rowOf;

    /// By lane: the index of its group; [#NONE] if it is pinned or has no group.
    private final int[] groupOf;

    /// The rows of open headings, in ascending order.
    private final int[] headings;

    Rows(int[] order, int[] rows, int pinned, List<LaneGroup> groups, int hidden) {
        this.order = order;
        this.rows = rows;
        this.pinned = pinned;
        this.groups = List.copyOf(groups);
        this.hidden = hidden;
        this.rowOf = new int[order.length];
        this.groupOf = new int[order.length];
        Arrays.fill(rowOf, NONE);
        Arrays.fill(groupOf, NONE);
        for (int index = 0; index < groups.size(); index++) {
            int its = index;
            groups.get(index).lanes().forEach(lane -> groupOf[lane] = its);
        }
        IntStream.Builder open = IntStream.builder();
        for (int row = 0; row < rows.length; row++) {
            int here = row;
            if (isLane(row)) {
                rowOf[rows[row]] = row;
            } else if (group(row).isCollapsed()) {
                group(row).lanes().forEach(lane -> rowOf[lane] = here);
            } else {
                open.add(row);
            }
        }
        this.headings = open.build().toArray();
    }

    /// All lanes as in the trace, without headings.
    public static Rows plain(int lanes) {
        int[] all = IntStream.range(0, lanes).toArray();
        return new Rows(all, all, 0, List.of(), 0);
    }

    /// The rows of a trace as somebody wants them.
    public static Rows of(Snapshot trace, LaneRoster roster, Arrangement arrangement) {
        return new RowMaker(trace, roster, arrangement).rows();
    }

    /// How many rows there are.
    public int count() {
        return rows.length;
    }

    /// How many lanes the trace has, shown or not.
    public int lanes() {
        return rowOf.length;
    }

    /// How many of the first rows are pinned lanes.
    public int pinned() {
        return pinned;
    }

    /// How many lanes people have hidden.
    public int hidden() {
        return hidden;
    }

    /// How many lanes are shown, by themselves or within a collapsed group.
    public int shown() {
        return (int) shownLanes().count();
    }

    /// The numbers of the lanes that are shown, in ascending order.
    public IntStream shownLanes() {
        return IntStream.range(0, rowOf.length).filter(lane -> rowOf[lane] != NONE);
    }

    /// The groups in the order of their headings; empty if there are no headings.
    public List<LaneGroup> groups() {
        return groups;
    }

    /// Whether a row is a lane, and not a heading.
    public boolean isLane(int row) {
        return rows[row] >= 0;
    }

    /// The lane of a row; [#NONE] if it is a heading.
    public int lane(int row) {
        return Math.max(NONE, rows[row]);
    }

    /// The group whose heading a row is.
    public Optional<LaneGroup> heading(int row) {
        return isLane(row) ? Optional.empty() : Optional.of(group(row));
    }

    private LaneGroup group(int row) {
        return groups.get(-1 - rows[row]);
    }

    /// Whether a row is the heading of an open group: a line of text, less high than others.
    public boolean isOpenHeading(int row) {
        return Arrays.binarySearch(headings, row) >= 0;
    }

    /// How many open headings stand above a row.
    int openHeadingsBefore(int row) {
        int at = Arrays.binarySearch(headings, row);
        return at >= 0 ? at : -1 - at;
    }

    /// The row where a lane is shown, by itself or within its collapsed group; [#NONE] if nowhere.
    public int rowOf(int lane) {
        return lane < rowOf.length ? rowOf[lane] : NONE;
    }

    /// Whether a lane has a row of its own.
    public boolean hasRow(int lane) {
        int row = rowOf(lane);
        return row != NONE && isLane(row);
    }

    /// The group under whose heading a lane stands.
    public Optional<LaneGroup> groupOf(int lane) {
        int group = lane < groupOf.length ? groupOf[lane] : NONE;
        return group == NONE ? Optional.empty() : Optional.of(groups.get(group));
    }

    public boolean isPinned(int lane) {
        int row = rowOf(lane);
        return row != NONE && row < pinned;
    }

    /// Whether two rows can change places: pinned lanes, lanes of one group, or groups and lanes
    /// that have none.
    public boolean canChangePlaces(int row, int other) {
        return row < pinned == other < pinned && under(row) == under(other);
    }

    /// The index of the group under whose heading a row stands.
    private int under(int row) {
        return isLane(row) ? groupOf[rows[row]] : NONE;
    }

    /// The lanes that a row shows: one, or those of a collapsed group; none of an open heading.
    public IntStream lanesAt(int row) {
        if (isLane(row)) {
            return IntStream.of(rows[row]);
        }
        return group(row).isCollapsed() ? group(row).lanes() : IntStream.empty();
    }

    /// The lanes with rows of their own, from top to bottom.
    public IntStream ownLanes() {
        return Arrays.stream(rows).filter(row -> row >= 0);
    }

    /// The nearest lane above or below one that has a row of its own; of one that has none, the
    /// nearest to its group, or the first of all. The lane itself where nothing follows.
    ///
    /// @param by -1 for above, +1 for below
    public int neighbour(int lane, int by) {
        int from = rowOf(lane);
        if (from == NONE) {
            return ownLanes().findFirst().orElse(lane);
        }
        int row = from + by;
        while (row >= 0 && row < rows.length && !isLane(row)) {
            row += by;
        }
        return row >= 0 && row < rows.length ? rows[row] : lane;
    }

    /// All lanes of the trace in the order of now, but those of a row before or after those of
    /// another; the lanes of a heading are all of its group, shown or not.
    List<Integer> withMoved(int row, int beside, boolean after) {
        List<Integer> block = membersAt(row);
        int anchor = after ? membersAt(beside).getLast() : membersAt(beside).getFirst();
        var isMoved = Set.copyOf(block);
        List<Integer> result = new ArrayList<>(order.length);
        for (int lane : order) {
            if (lane == anchor && !after) {
                result.addAll(block);
            }
            if (!isMoved.contains(lane)) {
                result.add(lane);
            }
            if (lane == anchor && after) {
                result.addAll(block);
            }
        }
        return isMoved.contains(anchor) ? Arrays.stream(order).boxed().toList() : result;
    }

    private List<Integer> membersAt(int row) {
        return isLane(row) ? List.of(rows[row]) : group(row).members().boxed().toList();
    }
}

package dev.lanescope.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What comes of dragging a row: the row that it goes beside. A lane stays among the lanes that it
/// stands with (pinned ones, or those of its group); a group moves with all its lanes, among groups
/// and lanes that have none.
///
/// @param row that is dragged
/// @param anchor the row beside which it goes: a lane's, or a heading
/// @param after whether it goes below the anchor, and not above it
/// @param lineY where on the screen it would be put
public record RowMove(int row, int anchor, boolean after, int lineY) {

    /// What letting go of a row at a height of the screen would do; empty if nothing.
    public static Optional<RowMove> of(Viewport view, int row, double y) {
        Rows rows = view.rows();
        List<Integer> places = places(rows, row);
        RowMove nearest = null;
        for (int anchor : places) {
            int top = view.rowY(anchor);
            int bottom = top + height(view, anchor);
            for (boolean after : new boolean[] {false, true}) {
                int line = after ? bottom : top;
                if (nearest == null || Math.abs(line - y) < Math.abs(nearest.lineY() - y)) {
                    nearest = new RowMove(row, anchor, after, line);
                }
            }
        }
        return Optional.ofNullable(nearest).filter(move -> move.changes(places));
    }

    /// The move that lets a row change places with the next one above (-1) or below (+1), among
    /// those that it can; empty if there is none.
    public static Optional<RowMove> step(Rows rows, int row, int by) {
        List<Integer> places = places(rows, row);
        int to = places.indexOf(row) + by;
        return to < 0 || to >= places.size()
                ? Optional.empty()
                : Optional.of(new RowMove(row, places.get(to), by > 0, 0));
    }

    /// The rows that a row can change places with, itself among them, from top to bottom. Of
    /// thousands of lanes only those in sight could be meant, but all are asked: it is arithmetic.
    private static List<Integer> places(Rows rows, int row) {
        return IntStream.range(0, rows.count())
                .filter(other -> rows.canChangePlaces(row, other))
                .boxed()
                .toList();
    }

    /// Of the heading of an open group, with its lanes.
    private static int height(Viewport view, int row) {
        int lanes =
                view.rows()
                        .heading(row)
                        .filter(its -> !its.isCollapsed())
                        .map(LaneGroup::size)
                        .orElse(0);
        return view.layout().rowTop(row + 1 + lanes) - view.layout().rowTop(row);
    }

    /// Beside itself, or where it stands already, nothing changes.
    private boolean changes(List<Integer> places) {
        int from = places.indexOf(row);
        int to = places.indexOf(anchor) + (after ? 1 : 0);
        return to != from && to != from + 1;
    }

    /// The arrangement after the move.
    public Arrangement applied(Rows rows, Arrangement arrangement) {
        if (row >= rows.pinned()) {
            return arrangement.inOrder(rows.withMoved(row, anchor, after));
        }
        int lane = rows.lane(row);
        var pinned = new ArrayList<>(arrangement.pinned());
        pinned.removeIf(other -> other == lane);
        pinned.add(pinned.indexOf(rows.lane(anchor)) + (after ? 1 : 0), lane);
        return arrangement.withPinned(pinned);
    }
}

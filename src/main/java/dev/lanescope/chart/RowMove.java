package dev.lanescope.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What comes of dragging a row: the row that it goes beside. A lane stays among the lanes that it
/// stands with (pinned ones, or those of its group), and a group moves with all its lanes.
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

    /// The rows that a row can change places with, itself among them, from top to bottom. Of
    /// thousands of lanes only those in sight could be meant, but all are asked: it is arithmetic.
    private static List<Integer> places(Rows rows, int row) {
        IntStream all = IntStream.range(0, rows.count());
        if (rows.isLane(row)) {
            int lane = rows.lane(row);
            return all.filter(other -> rows.isLane(other))
                    .filter(other -> rows.areTogether(lane, rows.lane(other)))
                    .boxed()
                    .toList();
        }
        return all.filter(other -> !rows.isLane(other)).boxed().toList();
    }

    /// Of a heading, with all its lanes.
    private static int height(Viewport view, int row) {
        int end = row + 1;
        while (!view.rows().isLane(row) && end < view.rows().count() && view.rows().isLane(end)) {
            end++;
        }
        return view.layout().rowTop(end) - view.layout().rowTop(row);
    }

    /// Beside itself, or where it stands already, nothing changes.
    private boolean changes(List<Integer> places) {
        int from = places.indexOf(row);
        int to = places.indexOf(anchor) + (after ? 1 : 0);
        return to != from && to != from + 1;
    }

    /// The arrangement after the move.
    public Arrangement applied(Rows rows, Arrangement arrangement) {
        if (!rows.isLane(row)) {
            return arrangement.inOrder(
                    rows.withMoved(
                            rows.heading(row).orElseThrow(),
                            rows.heading(anchor).orElseThrow(),
                            after));
        }
        int lane = rows.lane(row);
        int beside = rows.lane(anchor);
        if (!rows.isPinned(lane)) {
            return arrangement.inOrder(rows.withMoved(lane, beside, after));
        }
        var pinned = new ArrayList<>(arrangement.pinned());
        pinned.removeIf(other -> other == lane);
        pinned.add(pinned.indexOf(beside) + (after ? 1 : 0), lane);
        return arrangement.withPinned(pinned);
    }
}

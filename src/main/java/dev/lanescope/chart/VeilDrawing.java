package dev.lanescope.chart;

import dev.lanescope.analysis.Intervals;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.List;

/// The [StopVeil] on a [LanesDrawing]. A column that a stop covers in part is veiled over as much
/// of its width, so the number of shapes does not depend on the number of stops.
///
/// @param stops when all stood still
/// @param look of the veil
public record VeilDrawing(Intervals stops, StopVeil.Look look) implements OnLanes {

    @Override
    public void draw(InkSheet sheet, Snapshot trace, Viewport view, Box lanes) {
        List<Box> boxes = boxes(view, lanes);
        if (!boxes.isEmpty()) {
            sheet.veil(boxes, look);
        }
    }

    private List<Box> boxes(Viewport view, Box lanes) {
        var shares = new TimeShares(stops, view.window(), view.width());
        var boxes = new ArrayList<Box>();
        int whole = 0;
        for (int x = 0; x <= view.width() && !shares.isEmpty(); x++) {
            double share = x < view.width() ? shares.of(x) : 0;
            if (share >= 1) {
                whole++;
                continue;
            }
            double width = whole + share;
            if (width > 0) {
                boxes.add(new Box(lanes.x() + x - whole, lanes.y(), width, lanes.height()));
            }
            whole = 0;
        }
        return boxes;
    }
}

package dev.lanescope.chart;

import dev.lanescope.trace.Snapshot;

/// Something that lies on the lanes of a [LanesDrawing].
public interface OnLanes {

    /// Draws it.
    ///
    /// @param lanes where the view lies on the sheet; nothing shows beside it but on the axis
    void draw(InkSheet sheet, Snapshot trace, Viewport view, Box lanes);
}

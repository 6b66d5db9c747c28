package dev.lanescope.chart;

import dev.lanescope.analysis.Intervals;

/// The veil over everything that stood still while the JVM had stopped the world: the ground laid
/// on it, a crossed hatch, and a line at either edge of what is wide enough. In a column that a
/// stop covers in part, the veil is as much fainter.
public final class StopVeil {

    /// What a veil looks like.
    ///
    /// @param ground what dims; not opaque
    /// @param stroke of the hatch and the edges; not opaque
    /// @param hatch which pixels carry a stroke
    public record Look(int ground, int stroke, Hatched hatch) {

        /// After how many pixels the hatch repeats.
        public int cell() {
            return StatePattern.period((x, y) -> hatch.ink(x, y) ? 1 : 0);
        }
    }

    /// A pattern over the picture.
    public interface Hatched {
        boolean ink(int x, int y);
    }

    private StopVeil() {}

    /// Lays the veil over the whole height of a picture.
    public static void paint(Intervals stops, Columns window, Picture picture, Look look) {
        var shares = new TimeShares(stops, window, picture.width());
        if (shares.isEmpty()) {
            return;
        }
        for (int x = 0; x < picture.width(); x++) {
            double share = shares.of(x);
            if (share > 0) {
                column(picture, x, share, look);
            }
        }
        edges(stops, window, picture, look.stroke());
    }

    private static void column(Picture picture, int x, double share, Look look) {
        for (int y = 0; y < picture.height(); y++) {
            picture.blend(x, y, look.ground(), share);
            if (look.hatch().ink(x, y)) {
                picture.blend(x, y, look.stroke(), share);
            }
        }
    }

    /// Inside of what is covered, so that an edge adds nothing to its width.
    private static void edges(Intervals stops, Columns window, Picture picture, int stroke) {
        int width = picture.width();
        int stop = stops.firstEndingAfter(window.columnStart(0, width));
        for (;
                stop < stops.size() && stops.start(stop) < window.columnStart(width, width);
                stop++) {
            int left = (int) Math.ceil(window.xOf((double) stops.start(stop), width));
            int right = (int) Math.floor(window.xOf((double) stops.end(stop), width)) - 1;
            if (right - left >= LaneRaster.WIDE) {
                edge(picture, left, stroke);
                edge(picture, right, stroke);
            }
        }
    }

    private static void edge(Picture picture, int x, int stroke) {
        if (x >= 0 && x < picture.width()) {
            picture.blendColumn(x, 0, picture.height(), stroke, 1);
        }
    }

    /// Tints what was counted while the world stood still.
    ///
    /// @param fromX where the time axis begins in the picture; it ends at the right edge
    /// @param colour not opaque
    public static void tint(
            Intervals stops, TimeWindow window, Picture picture, int fromX, int colour) {
        var shares = new TimeShares(stops, window, Math.max(1, picture.width() - fromX));
        if (shares.isEmpty()) {
            return;
        }
        for (int column = 0; column < picture.width() - fromX; column++) {
            double share = shares.of(column);
            if (share > 0) {
                picture.blendColumn(fromX + column, 0, picture.height(), colour, share);
            }
        }
    }
}

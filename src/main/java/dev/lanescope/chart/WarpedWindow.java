package dev.lanescope.chart;

/// What a window over a shared axis shows of one run whose time is warped onto it. Made for one
/// picture: the edges of its columns are worked out once.
public final class WarpedWindow implements Columns {

    private final TimeWindow axis;
    private final TimeWarp warp;
    private final double[] moments;
    private final long[] starts;

    /// @param axis what of the shared axis can be seen
    /// @param columns how wide the picture is
    public WarpedWindow(TimeWindow axis, TimeWarp warp, int columns) {
        this.axis = axis;
        this.warp = warp;
        this.moments = warp.momentsAt(axis, columns);
        this.starts = new long[columns + 1];
        for (int column = 0; column <= columns; column++) {
            starts[column] = (long) Math.floor(moments[column]);
        }
    }

    @Override
    public long columnStart(int column, int columns) {
        return starts[column];
    }

    @Override
    public double pixelsPerNano(int column, int columns) {
        return 1.0 / Math.max(1, starts[column + 1] - starts[column]);
    }

    @Override
    public double xOf(double nanos, double width) {
        return axis.xOf(warp.placeOf(nanos), width);
    }

    /// Paints over the columns where the run stands still: others were doing something then that it
    /// has not done at all.
    public void coverStandstill(Picture picture, int colour) {
        for (int x = 0; x < Math.min(picture.width(), starts.length - 1); x++) {
            if (moments[x] >= moments[x + 1]) {
                picture.fillColumn(x, 0, picture.height(), colour);
            }
        }
    }
}

package dev.lanescope.chart;

import java.util.Arrays;

/// How the time of one run lies on an axis that several runs share: moments that mean the same in
/// all of them have the same place on it, and between two such moments time passes evenly. So a
/// place is a moment of each run, and each moment has a place.
///
/// Before the first of these moments and after the last one the axis goes at the run's own pace.
/// Where two of them are the same moment, the run stands still over a part of the axis; that moment
/// has the last of its places.
public final class TimeWarp {

    /// The axis is the run's own clock.
    public static final TimeWarp NONE = new TimeWarp(new double[] {0}, new double[] {0});

    private final double[] moments;
    private final double[] places;

    /// @param moments nanoseconds of the run, none before the one left of it
    /// @param places of these moments on the axis, as many, likewise in order
    public TimeWarp(double[] moments, double[] places) {
        this.moments = moments.clone();
        this.places = places.clone();
        if (moments.length == 0 || moments.length != places.length) {
            throw new IllegalArgumentException(
                    moments.length + " moments with " + places.length + " places");
        }
        for (int knot = 1; knot < moments.length; knot++) {
            if (moments[knot] < moments[knot - 1] || places[knot] < places[knot - 1]) {
                throw new IllegalArgumentException("knot " + knot + " lies before the one left");
            }
        }
    }

    /// The run's own clock, with one of its moments at a place of the axis.
    public static TimeWarp shifted(double moment, double place) {
        return new TimeWarp(new double[] {moment}, new double[] {place});
    }

    /// Whether the axis is the run's own clock.
    public boolean isNone() {
        return moments.length == 1 && moments[0] == places[0];
    }

    /// Where a moment of the run lies on the axis.
    public double placeOf(double nanos) {
        return map(moments, places, nanos);
    }

    /// Which moment of the run lies at a place of the axis.
    public double momentAt(double place) {
        return map(places, moments, place);
    }

    /// Which moments of the run lie at the edges of the columns of a window: the beginning of each,
    /// and the end of the last. They come in order, so no knot is looked at twice.
    double[] momentsAt(TimeWindow axis, int columns) {
        double[] edges = new double[columns + 1];
        int knot = lastAtOrBefore(places, axis.nanosAt(0, columns));
        for (int column = 0; column <= columns; column++) {
            double place = axis.nanosAt(column, columns);
            while (knot + 1 < places.length && places[knot + 1] <= place) {
                knot++;
            }
            edges[column] = map(places, moments, place, knot);
        }
        return edges;
    }

    private static double map(double[] from, double[] to, double value) {
        return map(from, to, value, lastAtOrBefore(from, value));
    }

    private static double map(double[] from, double[] to, double value, int knot) {
        if (knot < 0) {
            return to[0] + (value - from[0]);
        }
        if (knot == from.length - 1) {
            return to[knot] + (value - from[knot]);
        }
        double part = (value - from[knot]) / (from[knot + 1] - from[knot]);
        return to[knot] + part * (to[knot + 1] - to[knot]);
    }

    private static int lastAtOrBefore(double[] sorted, double value) {
        int found = Arrays.binarySearch(sorted, value);
        if (found < 0) {
            return -found - 2;
        }
        while (found + 1 < sorted.length && sorted[found + 1] <= value) {
            found++;
        }
        return found;
    }
}

package dev.lanescope.lab.curves;

import dev.lanescope.lab.Unit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The straight line that lies nearest to some points, by ordinary least squares.
///
/// @param slope how much more for each step
/// @param intercept what there is at none
/// @param rSquared the part of the scatter that the line explains: 1 if all points lie on it, and
///   if there is no scatter
public record LinearFit(double slope, double intercept, double rSquared) {

    /// In words, where each step is a thing that takes bytes.
    public String bytesFor(String step) {
        return String.format(
                Locale.ROOT,
                "%s a %s on %s, R2 %.4f",
                Unit.BYTES.words(slope),
                step,
                Unit.BYTES.words(intercept),
                rSquared);
    }

    /// A point.
    public record Point(double x, double y) {}

    /// Empty if the points have fewer than two different x.
    public static Optional<LinearFit> of(List<Point> points) {
        double meanX = points.stream().mapToDouble(Point::x).average().orElse(0);
        double meanY = points.stream().mapToDouble(Point::y).average().orElse(0);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Point point : points) {
            xx += (point.x - meanX) * (point.x - meanX);
            xy += (point.x - meanX) * (point.y - meanY);
            yy += (point.y - meanY) * (point.y - meanY);
        }
        if (xx == 0) {
            return Optional.empty();
        }
        double slope = xy / xx;
        double rSquared = yy == 0 ? 1 : xy * xy / (xx * yy);
        return Optional.of(new LinearFit(slope, meanY - slope * meanX, rSquared));
    }
}

package dev.lanescope.ui.compare;

import javafx.scene.layout.Region;

import java.util.Optional;

/// The chosen part of the axis, over all runs. An edge can be taken hold of.
final class RangeBand extends Region {

    private static final double REACH = 4;

    private final CompareAxis axis;

    RangeBand(CompareAxis axis) {
        this.axis = axis;
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        getStyleClass().add("range-band");
    }

    void place(RaceLanes lanes) {
        Optional<PlaceRange> range = axis.rangeProperty().get();
        setVisible(range.isPresent());
        range.ifPresent(now -> {
            double left = clamp(lanes, lanes.xOfPlace(now.from()));
            double right = clamp(lanes, lanes.xOfPlace(now.to()));
            double top = RaceLanes.AXIS;
            resizeRelocate(left, top, right - left, Math.max(0, lanes.getHeight() - top));
        });
    }

    private static double clamp(RaceLanes lanes, double x) {
        return Math.clamp(Math.rint(x), RaceLanes.HEAD, Math.max(RaceLanes.HEAD, lanes.getWidth()));
    }

    /// The edge that stays where it is if the range is taken hold of at this place; empty if no
    /// edge is near.
    Optional<Double> otherEdge(RaceLanes lanes, double x) {
        return axis.rangeProperty()
                .get()
                .flatMap(now ->
                        Math.abs(lanes.xOfPlace(now.from()) - x) <= REACH
                                ? Optional.of(now.to())
                                : Math.abs(lanes.xOfPlace(now.to()) - x) <= REACH
                                        ? Optional.of(now.from())
                                        : Optional.empty());
    }
}

package dev.lanescope.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Where the boxes of a bottle graph stand: on top of each other in the middle of a column, the
/// widest at the bottom, so that what most of the others waited for is the neck.
public final class Bottle {

    /// What is to be placed.
    ///
    /// @param height as part of the whole, 0 to 1
    /// @param width likewise
    public record Shape(double height, double width) {}

    private Bottle() {}

    /// Places boxes.
    ///
    /// @param column that heights of 1 fill
    /// @return in the order of the shapes
    public static List<Box> stack(List<Shape> shapes, Box column) {
        var boxes = new ArrayList<Box>();
        shapes.forEach(_ -> boxes.add(column));
        double bottom = column.y() + column.height();
        List<Integer> fromBottom =
                IntStream.range(0, shapes.size())
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble(
                                        (Integer shape) -> -shapes.get(shape).width()))
                        .toList();
        for (int shape : fromBottom) {
            double height = shapes.get(shape).height() * column.height();
            double width = Math.clamp(shapes.get(shape).width(), 0, 1) * column.width();
            bottom -= height;
            boxes.set(
                    shape,
                    new Box(column.x() + (column.width() - width) / 2, bottom, width, height));
        }
        return boxes;
    }
}

package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads the `d` of a path of boxes, as SVG says: a subpath that was closed is where it began.
final class SvgBoxes {

    private static final Pattern BOX =
            Pattern.compile("[Mm](-?[0-9.]+) ?(-?[0-9.]+)h([0-9.]+)v([0-9.]+)h-?([0-9.]+)z");

    private SvgBoxes() {}

    static List<Box> of(String path) {
        var boxes = new ArrayList<Box>();
        double x = 0;
        double y = 0;
        for (MatchResult box : BOX.matcher(path).results().toList()) {
            x += Double.parseDouble(box.group(1));
            y += Double.parseDouble(box.group(2));
            assertThat(box.group(5)).isEqualTo(box.group(3));
            boxes.add(
                    new Box(
                            x,
                            y,
                            Double.parseDouble(box.group(3)),
                            Double.parseDouble(box.group(4))));
        }
        return boxes;
    }
}

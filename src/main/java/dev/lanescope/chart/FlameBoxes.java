package dev.lanescope.chart;

import dev.lanescope.analysis.FlameFrame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the frames of a flame graph stand: the root at the bottom over the whole width, the
/// children of a frame side by side on top of it, each as wide as its share.
///
/// Frames narrower than [#LEAST] are left out, and with them what stands on them; their time stays
/// visible as the bare top of their parent.
public final class FlameBoxes {

    /// The narrowest frame, in pixels.
    public static final double LEAST = 1;

    /// A frame and its place.
    ///
    /// @param parent index of the frame it stands on; -1 for the root
    public record Placed(FlameFrame frame, Box box, int level, int parent) {}

    private final List<Placed> placed = new ArrayList<>();

    /// @param root stands over the whole width
    /// @param rowHeight of one level; frames that do not fit are above the upper edge
    public FlameBoxes(FlameFrame root, double width, double height, double rowHeight) {
        if (root.nanos() > 0) {
            place(root, 0, width, height, rowHeight, 0, -1);
        }
    }

    private void place(
            FlameFrame frame,
            double x,
            double width,
            double height,
            double rowHeight,
            int level,
            int parent) {
        int index = placed.size();
        double y = height - (level + 1) * rowHeight;
        placed.add(new Placed(frame, new Box(x, y, width, rowHeight), level, parent));
        double left = x;
        for (FlameFrame child : frame.children()) {
            double its = width * child.nanos() / frame.nanos();
            if (its >= LEAST) {
                place(child, left, its, height, rowHeight, level + 1, index);
            }
            left += its;
        }
    }

    /// All frames, each after the one it stands on, siblings from left to right.
    public List<Placed> all() {
        return List.copyOf(placed);
    }

    /// The frame at a place.
    public Optional<Placed> at(double x, double y) {
        return placed.stream().filter(frame -> frame.box().contains(x, y)).findFirst();
    }
}

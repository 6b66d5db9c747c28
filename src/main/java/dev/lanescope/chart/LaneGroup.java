package dev.lanescope.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Lanes under one heading, in the order in which they stand.
public final class LaneGroup {

    private final String name;
    private final boolean collapsed;
    private final int[] members;
    private final int[] lanes;

    /// @param members all lanes of the trace that belong to it
    /// @param lanes those of them that it shows
    LaneGroup(String name, boolean collapsed, int[] members, int[] lanes) {
        this.name = name;
        this.collapsed = collapsed;
        this.members = members;
        this.lanes = lanes;
    }

    public String name() {
        return name;
    }

    /// Whether it is one row that shows all its lanes together.
    public boolean isCollapsed() {
        return collapsed;
    }

    /// How many lanes it shows; those that are hidden, pinned or filtered away do not count.
    public int size() {
        return lanes.length;
    }

    /// The number of a lane of the trace.
    public int lane(int index) {
        return lanes[index];
    }

    IntStream members() {
        return Arrays.stream(members);
    }

    public IntStream lanes() {
        return Arrays.stream(lanes);
    }
}

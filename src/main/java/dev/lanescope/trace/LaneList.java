package dev.lanescope.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The lanes of a trace that is being read, paid for as they grow.
final class LaneList {

    private final List<Lane> lanes = new ArrayList<>();
    private final Allowance memory;

    LaneList(Allowance memory) {
        this.memory = memory;
    }

    /// Begins the next lane.
    ///
    /// @param number which lane it is said to be
    void begin(int number, int firstState, Place place) throws IOException {
        if (number != lanes.size()) {
            throw place.damaged("lane " + number + " begins after " + lanes.size() + " lanes");
        }
        memory.spend(Lane.bytes(1));
        lanes.add(new Lane("", firstState));
    }

    /// Makes room on a lane.
    ///
    /// @param size how long it is said to be
    /// @param more by how much it will grow
    Lane grow(int number, int size, int more, Place place) throws IOException {
        if (number >= lanes.size() || lanes.get(number).size() != size) {
            throw place.damaged("a part of lane " + number + " is missing before");
        }
        if (more > TraceFormat.MOST_SPANS - size) {
            throw place.damaged("a lane of more than " + TraceFormat.MOST_SPANS + " spans");
        }
        memory.spend(Lane.bytes(size + more) - Lane.bytes(size));
        return lanes.get(number);
    }

    /// Transitions know what was allocated; a block more or less does not matter.
    void payForAllocated(int rows) throws Refusal {
        memory.spend((long) Lane.ALLOCATED_BYTES * (rows + Lane.BLOCK));
    }

    void rename(Lane lane, String name) throws Refusal {
        memory.spendName(name);
        lane.rename(name);
    }

    List<Lane> all() {
        return lanes;
    }
}

package dev.lanescope.trace;

import java.util.ArrayList;
import java.util.List;

/// The lists of a trace that is being read.
record ReadLists(
        List<String> items,
        List<String> remarks,
        List<Fact> facts,
        List<JvmEvent> jvm,
        List<Note> notes,
        List<Flow> flows,
        List<NestedSlice> nested,
        List<NestedSlice> outlines,
        List<LaneOrigin> origins) {

    ReadLists() {
        this(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }
}

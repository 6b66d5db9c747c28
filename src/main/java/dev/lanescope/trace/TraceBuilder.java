package dev.lanescope.trace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Puts a trace together from what its chunks say, in their order.
final class TraceBuilder {

    private static final long NEVER = -1;

    private final Path file;
    private final Allowance memory;
    private final int version;
    private final LaneList lanes;
    private final List<Counter> counters = new ArrayList<>();
    private final ReadLists lists = new ReadLists();
    private Part.@Nullable Head head;
    private Part.@Nullable End end;
    private long momentNanos = NEVER;
    private long rows;

    TraceBuilder(Path file, int version, Allowance memory) {
        this.file = file;
        this.version = version;
        this.memory = memory;
        this.lanes = new LaneList(memory);
    }

    void add(Part part) throws IOException {
        if (end != null) {
            throw damaged("bytes follow after its end");
        }
        if (part instanceof Part.Head first) {
            if (head != null) {
                throw damaged("it begins twice");
            }
            head = first;
            return;
        }
        if (head == null) {
            throw damaged("it does not begin with its run");
        }
        switch (part) {
            case Part.Head _ -> {}
            case LanesPart more -> {
                more.appendTo(lanes, head.states().size(), head.items());
                rows += more.rows();
            }
            case CountersPart more -> more.appendTo(counters, memory);
            case Part.Listed<?> more -> more.appendTo(lists, memory);
            case Part.Moment(long nanos) -> {
                if (nanos < momentNanos) {
                    throw damaged("its time runs backwards");
                }
                momentNanos = nanos;
            }
            case Part.End last -> end = checked(last);
        }
    }

    private Part.End checked(Part.End last) throws TraceFileException {
        if (last.lanes() != lanes.all().size() || last.rows() != rows) {
            throw damaged(
                    last.lanes()
                            + " lanes with "
                            + last.rows()
                            + " transitions, of which there are "
                            + lanes.all().size()
                            + " with "
                            + rows);
        }
        return last;
    }

    /// The trace.
    ///
    /// @param cut whether the file ended in the middle of a chunk
    Snapshot build(boolean cut) throws IOException {
        if (end != null && cut) {
            throw damaged("bytes follow after its end");
        }
        if (head == null || (end == null && momentNanos == NEVER)) {
            throw new TraceFileException(
                    file, "was cut short: it ends before the first moment of its run was complete");
        }
        if (lanes.all().isEmpty()) {
            throw damaged("no lanes");
        }
        if (lists.items().size() != head.items()) {
            throw damaged(lists.items().size() + " items of " + head.items());
        }
        long nanos = end == null ? momentNanos : end.nanos();
        if (end == null) {
            lists.remarks().add(recovered(nanos));
        }
        List<Lane> all = lanes.all();
        checkTold(nanos);
        Snapshot trace =
                Snapshot.of(
                        head.with(lists.items(), lists.facts()),
                        all,
                        all.stream().mapToInt(Lane::size).toArray(),
                        counters.stream().map(Counter::view).toList(),
                        lists.remarks(),
                        lists.jvm(),
                        lists.notes(),
                        nanos,
                        end != null && end.finished());
        List<NestedSlice> outlines =
                version <= TraceFormat.LAST_WITHOUT_OUTLINES && trace.info().isForeign()
                        ? OldOutlines.of(trace, memory)
                        : lists.outlines();
        return trace.withTold(lists.flows(), Nesting.of(lists.nested(), outlines), lists.origins());
    }

    /// What was noted, and what another tool told, lies on lanes and has names that there are.
    private void checkTold(long endNanos) throws TraceFileException {
        int count = lanes.all().size();
        for (Note note : lists.notes()) {
            if (!note.isOnAllLanes() && note.lanes().getLast() >= count) {
                throw damaged("a note on a lane that is not there");
            }
        }
        for (Flow flow : lists.flows()) {
            if (flow.fromLane() >= count || flow.toLane() >= count) {
                throw damaged("an arrow to a lane that is not there");
            }
        }
        checkPlaces(lists.nested(), endNanos);
        checkPlaces(lists.outlines(), endNanos);
        for (LaneOrigin origin : lists.origins()) {
            if (origin.lane() >= count) {
                throw damaged("the origin of a lane that is not there");
            }
        }
    }

    private void checkPlaces(List<NestedSlice> slices, long endNanos) throws TraceFileException {
        for (NestedSlice slice : slices) {
            if (slice.lane() >= lanes.all().size()
                    || slice.item() >= lists.items().size()
                    || (end != null && slice.endNanos() > endNanos)) {
                throw damaged("a nested slice that has no place");
            }
        }
    }

    private String recovered(long nanos) {
        return file.getFileName()
                + " ends in the middle: the first "
                + (nanos < 1_000_000_000
                        ? nanos / 1_000_000 + " ms were"
                        : String.format(Locale.ROOT, "%.1f s were", nanos / 1e9))
                + " recovered.";
    }

    private TraceFileException damaged(String what) {
        return new TraceFileException(file, "is damaged: " + what);
    }
}

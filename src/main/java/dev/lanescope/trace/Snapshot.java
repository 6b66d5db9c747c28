package dev.lanescope.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a trace held at one moment: the only thing that analysis, charts, files and screens ever
/// look at. Of a finished run it is the whole run; of a running one it is what had happened by
/// then.
///
/// All lanes end together, so the sum over all spans of all lanes is always lanes x [#endNanos].
///
/// @param info what is known about the run
/// @param lanes one view a lane
/// @param counters what was counted beside the lanes
/// @param remarks what people should know about the run, in whole sentences
/// @param jvm what the JVM did for itself, by start
/// @param notes what people wrote down about it
/// @param flows arrows that the tool has drawn which recorded it; our own runs have none
/// @param nesting what a lane of another tool's trace has no place for
/// @param origins what that tool calls the threads of the lanes; of some lanes, or of none
/// @param endNanos the makespan so far, or of the whole run: nanoseconds since the first submit
/// @param finished whether the run is over
public record Snapshot(
        RunInfo info,
        List<LaneView> lanes,
        List<CounterView> counters,
        List<String> remarks,
        List<JvmEvent> jvm,
        List<Note> notes,
        List<Flow> flows,
        Nesting nesting,
        List<LaneOrigin> origins,
        long endNanos,
        boolean finished) {

    public Snapshot {
        lanes = List.copyOf(lanes);
        counters = List.copyOf(counters);
        remarks = List.copyOf(remarks);
        jvm = List.copyOf(jvm);
        notes = List.copyOf(notes);
        flows = List.copyOf(flows);
        origins = List.copyOf(origins);
    }

    /// A trace of our own.
    public Snapshot(
            RunInfo info,
            List<LaneView> lanes,
            List<CounterView> counters,
            List<String> remarks,
            List<JvmEvent> jvm,
            List<Note> notes,
            long endNanos,
            boolean finished) {
        this(
                info,
                lanes,
                counters,
                remarks,
                jvm,
                notes,
                List.of(),
                Nesting.NONE,
                List.of(),
                endNanos,
                finished);
    }

    static Snapshot of(
            RunInfo info,
            List<Lane> lanes,
            int[] sizes,
            List<CounterView> counters,
            List<String> remarks,
            List<JvmEvent> jvm,
            List<Note> notes,
            long end,
            boolean finished) {
        var views = new ArrayList<LaneView>(lanes.size());
        for (int number = 0; number < lanes.size(); number++) {
            views.add(new LaneView(lanes.get(number), number, sizes[number], end, finished));
        }
        return new Snapshot(info, views, counters, remarks, jvm, notes, end, finished);
    }

    /// The same trace with other notes.
    public Snapshot withNotes(List<Note> others) {
        return copy(info, others, finished);
    }

    /// The same trace with what only other tools tell.
    public Snapshot withTold(List<Flow> arrows, Nesting nested, List<LaneOrigin> threads) {
        return new Snapshot(
                info, lanes, counters, remarks, jvm, notes, arrows, nested, threads, endNanos,
                finished);
    }

    private Snapshot copy(RunInfo known, List<Note> said, boolean over) {
        return new Snapshot(
                known, lanes, counters, remarks, jvm, said, flows, nesting, origins, endNanos,
                over);
    }

    /// The same trace of which more is known; see [RunInfo#with].
    public Snapshot withFacts(List<Fact> more) {
        return more.isEmpty() ? this : copy(info.with(more), notes, finished);
    }

    /// The same trace as one that goes on no more: what was cut short stays as it is, and nobody
    /// who shows it has to wait for more.
    public Snapshot asItStands() {
        return finished ? this : copy(info, notes, true);
    }

    /// Whether it shows the same run as another one, at the same moment or not; more may be known
    /// of the run by then.
    @SuppressWarnings("ReferenceEquality") // the very names, without comparing thousands of them
    public boolean isOfRun(Snapshot other) {
        return info.items() == other.info.items()
                && info.states() == other.info.states() // of no items there is only one list
                && info.started().equals(other.info.started());
    }

    public State state(int code) {
        return info.states().get(code);
    }

    public State stateOf(Span span) {
        return state(span.state());
    }

    /// What a span is called: its state, or, where names of another tool's trace share one, its own
    /// name.
    public String nameOf(LaneView lane, int span) {
        return info.sharesState(lane.state(span)) && lane.item(span) != Lane.NO_ITEM
                ? info.items().get(lane.item(span))
                : state(lane.state(span)).name();
    }

    /// The name of a span's item, if it has one.
    public Optional<String> itemOf(Span span) {
        return span.hasItem() ? Optional.of(info.items().get(span.item())) : Optional.empty();
    }

    /// How many spans there are on all lanes.
    public long spans() {
        return lanes.stream().mapToLong(LaneView::size).sum();
    }
}

package dev.lanescope.exchange.out;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What of a trace a format has no place for. The counterpart of the table in `docs/exchange.md`.
final class LeftOut {

    private final Snapshot trace;
    private final List<String> things = new ArrayList<>();

    private LeftOut(Snapshot trace) {
        this.trace = trace;
    }

    /// One sentence, if there is something in the trace that the format cannot hold.
    static Optional<String> of(Snapshot trace, ExportFormat format) throws IOException {
        var left = new LeftOut(trace);
        left.add(format);
        return left.things.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        format.title() + " has no place for " + words(left.things) + " of it.");
    }

    private static String words(List<String> things) {
        int last = things.size() - 1;
        return last == 0
                ? things.getFirst()
                : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }

    private void add(ExportFormat format) throws IOException {
        switch (format) {
            case CHROME, JFR -> addLanesOfNotes();
            case PERFETTO -> {
                add(
                        FlowEnds.of(trace).untied(),
                        "arrow that leads from or to no slice",
                        "arrows that lead from or to no slice");
                addLanesOfNotes();
            }
            case SPEEDSCOPE -> {
                addCounters();
                addArrows();
                add(trace.notes().size(), "note", "notes");
                addJvm();
            }
            case FIREFOX -> {
                addCounters();
                addArrows();
                addLanesOfNotes();
            }
            case CSV -> {
                addCounters();
                addArrows();
                add(trace.notes().size(), "note", "notes");
                addJvm();
            }
        }
        if (format != ExportFormat.CSV && allocatedIsKnown()) {
            things.add("allocated bytes");
        }
    }

    private void addCounters() {
        add(
                trace.counters().stream().filter(counter -> counter.size() > 0).count(),
                "counter",
                "counters");
    }

    private void addArrows() {
        add(trace.flows().size(), "arrow", "arrows");
    }

    private void addLanesOfNotes() {
        add(
                trace.notes().stream().filter(note -> !note.isOnAllLanes()).count(),
                "note's lanes",
                "notes' lanes");
    }

    private void addJvm() {
        add(trace.jvm().size(), "thing that the JVM did", "things that the JVM did");
    }

    private void add(long count, String one, String many) {
        if (count > 0) {
            things.add(
                    String.format(java.util.Locale.US, "%,d %s", count, count == 1 ? one : many));
        }
    }

    private boolean allocatedIsKnown() {
        for (LaneView lane : trace.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                if (lane.allocatedBytes(span) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }
}

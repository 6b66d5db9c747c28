package dev.lanescope.exchange.out;

import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.Flow;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import tools.jackson.core.JsonGenerator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Chrome's Trace Event format, which most tools read.
///
/// A lane is a thread. Items are complete events (`X`) with their spans as complete events inside,
/// so what overlaps on a thread is always nested. Neither has arguments, for speedscope takes
/// events of one name with different arguments for different things; an item's phase is among its
/// categories. What has no length is an instant (`i`) of its thread, because a complete event of
/// length 0 makes speedscope lose the ones after it. Arrows are `s` and `f`. Collections,
/// safepoints and compilations may overlap each other, so they are async events (`b`, `e`), each
/// with an id of its own. Counters are `C`, notes are instants of the whole trace.
final class ChromeFile {

    /// The first category of the complete events that are items, before the name of the phase;
    /// those of spans have their kind's.
    static final String ITEM = "item";

    /// The category of another tool's slices that have others inside.
    static final String CALL = "call";

    private final RunInfo info;
    private final Places places;
    private final JsonGenerator json;

    private ChromeFile(Snapshot trace, JsonGenerator json) {
        this.info = trace.info();
        this.places = Places.of(trace, 0);
        this.json = json;
    }

    static void write(Snapshot trace, OutputStream out) throws IOException {
        JsonStream.write(out, json -> new ChromeFile(trace, json).write(trace));
    }

    private void write(Snapshot trace) throws IOException {
        json.writeStartObject();
        json.writeStringProperty("displayTimeUnit", "ns");
        writeRun(trace);
        json.writeArrayPropertyStart("traceEvents");
        writeProcesses();
        for (LaneView lane : trace.lanes()) {
            Places.ThreadPlace thread = places.of(lane);
            if (!thread.name().isEmpty()) {
                beginMetadata("thread_name", thread.process().pid(), thread.tid());
                json.writeStringProperty("name", thread.name());
                endMetadata();
            }
            beginMetadata("thread_sort_index", thread.process().pid(), thread.tid());
            json.writeNumberProperty("sort_index", lane.number());
            endMetadata();
        }
        for (LaneView lane : trace.lanes()) {
            writeLane(trace, lane);
        }
        writeFlows(trace.flows());
        trace.counters().forEach(this::writeCounter);
        writeJvm(trace.jvm());
        trace.notes().forEach(this::writeNote);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeRun(Snapshot trace) {
        json.writeObjectPropertyStart("otherData");
        json.writeStringProperty("exporter", "Lanescope");
        json.writeStringProperty("model", info.model());
        json.writeStringProperty("content", info.content());
        json.writeStringProperty("setting", info.setting());
        json.writeNumberProperty("workers", info.workers());
        json.writeStringProperty("started", info.started().toString());
        json.writeNumberProperty("makespanNanos", trace.endNanos());
        json.writeStringProperty("remarks", String.join(" ", trace.remarks()));
        json.writeEndObject();
    }

    private void writeProcesses() {
        List<Places.ProcessPlace> processes = places.processes();
        for (int index = 0; index < processes.size(); index++) {
            Places.ProcessPlace process = processes.get(index);
            if (!process.name().isEmpty()) {
                beginMetadata("process_name", process.pid(), 0);
                json.writeStringProperty("name", process.name());
                endMetadata();
            }
            if (processes.size() > 1) {
                beginMetadata("process_sort_index", process.pid(), 0);
                json.writeNumberProperty("sort_index", index);
                endMetadata();
            }
        }
    }

    private int firstPid() {
        return places.processes().getFirst().pid();
    }

    private void begin(String phase, String name, int pid, int tid) {
        json.writeStartObject();
        json.writeStringProperty("ph", phase);
        json.writeStringProperty("name", name);
        json.writeNumberProperty("pid", pid);
        json.writeNumberProperty("tid", tid);
    }

    private void writeTime(String property, long nanos) {
        json.writeName(property);
        json.writeNumber(ExactDecimal.micros(nanos));
    }

    private void beginMetadata(String what, int pid, int tid) {
        begin("M", what, pid, tid);
        json.writeObjectPropertyStart("args");
    }

    private void endMetadata() {
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeLane(Snapshot trace, LaneView lane) throws IOException {
        LaneWalk.along(
                trace,
                lane,
                new LaneWalk.Listener() {
                    @Override
                    public void stayBegins(int item, long startNanos, long endNanos) {
                        String name = info.items().get(item);
                        String category =
                                info.isForeign() ? CALL : ITEM + "," + info.phaseOf(item).name();
                        beginSlice(lane, name, category, startNanos, endNanos);
                        json.writeEndObject();
                    }

                    @Override
                    public void span(int index) {
                        writeSpan(trace, lane, index);
                    }

                    @Override
                    public void stayEnds(int item, long endNanos) {
                        // its duration said so
                    }
                });
    }

    private void writeSpan(Snapshot trace, LaneView lane, int span) {
        State state = info.states().get(lane.state(span));
        String kind = CsvFile.kind(state.kind());
        String name = trace.nameOf(lane, span);
        beginSlice(lane, name, kind, lane.startNanos(span), lane.endNanos(span));
        long cpu = lane.exactCpuNanos(span);
        if (cpu != Lane.NOT_READ && lane.endNanos(span) > lane.startNanos(span)) {
            writeTime("tts", lane.cpuNanos(span));
            writeTime("tdur", cpu);
        }
        json.writeEndObject();
    }

    private void beginSlice(
            LaneView lane, String name, String category, long startNanos, long endNanos) {
        boolean lasts = endNanos > startNanos;
        Places.ThreadPlace thread = places.of(lane);
        begin(lasts ? "X" : "i", name, thread.process().pid(), thread.tid());
        json.writeStringProperty("cat", category);
        writeTime("ts", startNanos);
        if (lasts) {
            writeTime("dur", endNanos - startNanos);
        } else {
            json.writeStringProperty("s", "t");
        }
    }

    private void writeFlows(List<Flow> flows) {
        for (int id = 0; id < flows.size(); id++) {
            Flow flow = flows.get(id);
            writeFlow("s", flow, id + 1, places.of(flow.fromLane()), flow.fromNanos());
            writeFlow("f", flow, id + 1, places.of(flow.toLane()), flow.toNanos());
        }
    }

    private void writeFlow(String phase, Flow flow, int id, Places.ThreadPlace at, long nanos) {
        begin(phase, flow.name(), at.process().pid(), at.tid());
        json.writeStringProperty("cat", "flow");
        json.writeNumberProperty("id", id);
        writeTime("ts", nanos);
        if (phase.equals("f")) {
            json.writeStringProperty("bp", "e"); // in the slice around it, not in the next
        }
        json.writeEndObject();
    }

    private void writeCounter(CounterView counter) {
        for (int i = 0; i < counter.size(); i++) {
            begin("C", counter.plainName(), firstPid(), 0);
            writeTime("ts", counter.nanos(i));
            json.writeObjectPropertyStart("args");
            if (counter.isInThousandths()) {
                json.writeNumberProperty("value", counter.plainValue(i));
            } else {
                json.writeNumberProperty("value", counter.value(i));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private void writeJvm(List<JvmEvent> events) {
        for (int id = 0; id < events.size(); id++) {
            JvmEvent event = events.get(id);
            writeAsync("b", event, id + 1, event.startNanos());
            writeAsync("e", event, id + 1, event.endNanos());
        }
    }

    private void writeAsync(String phase, JvmEvent event, int id, long nanos) {
        begin(phase, event.name(), firstPid(), 0);
        json.writeStringProperty("cat", kind(event));
        json.writeNumberProperty("id", id);
        writeTime("ts", nanos);
        json.writeEndObject();
    }

    /// What the JVM did, in other tools' files.
    static String kind(JvmEvent event) {
        return switch (event.kind()) {
            case COLLECTION -> "collection";
            case SAFEPOINT -> "safepoint";
            case COMPILATION -> "compilation";
        };
    }

    private void writeNote(Note note) {
        begin("i", note.name(), firstPid(), 0);
        json.writeStringProperty("cat", "note");
        json.writeStringProperty("s", "g");
        writeTime("ts", note.startNanos());
        json.writeObjectPropertyStart("args");
        json.writeName("lasts_us");
        json.writeNumber(ExactDecimal.micros(note.endNanos() - note.startNanos()));
        json.writeEndObject();
        json.writeEndObject();
    }
}

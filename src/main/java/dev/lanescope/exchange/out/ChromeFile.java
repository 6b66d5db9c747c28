package dev.lanescope.exchange.out;

import dev.lanescope.trace.CounterView;
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
/// length 0 makes speedscope lose the ones after it. Collections, safepoints and compilations may
/// overlap each other, so they are async events (`b`, `e`), each with an id of its own. Counters
/// are `C`, notes are instants of the whole trace.
final class ChromeFile {

    /// The first category of the complete events that are items, before the name of the phase;
    /// those of spans have their kind's.
    static final String ITEM = "item";

    private static final int PROCESS = 1;

    private final RunInfo info;
    private final JsonGenerator json;

    private ChromeFile(RunInfo info, JsonGenerator json) {
        this.info = info;
        this.json = json;
    }

    static void write(Snapshot trace, OutputStream out) throws IOException {
        JsonStream.write(out, json -> new ChromeFile(trace.info(), json).write(trace));
    }

    private void write(Snapshot trace) throws IOException {
        json.writeStartObject();
        json.writeStringProperty("displayTimeUnit", "ns");
        writeRun(trace);
        json.writeArrayPropertyStart("traceEvents");
        writeMetadata("process_name", 0, "name", "Lanescope: " + info.modelTitle());
        for (LaneView lane : trace.lanes()) {
            writeMetadata("thread_name", thread(lane), "name", lane.name());
            writeSortIndex(lane);
        }
        for (LaneView lane : trace.lanes()) {
            writeLane(lane);
        }
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

    private static int thread(LaneView lane) {
        return lane.number() + 1;
    }

    private void begin(String phase, String name) {
        json.writeStartObject();
        json.writeStringProperty("ph", phase);
        json.writeStringProperty("name", name);
        json.writeNumberProperty("pid", PROCESS);
    }

    private void writeTime(String property, long nanos) {
        json.writeName(property);
        json.writeNumber(ExactDecimal.micros(nanos));
    }

    private void writeMetadata(String what, int thread, String property, String value) {
        begin("M", what);
        json.writeNumberProperty("tid", thread);
        json.writeObjectPropertyStart("args");
        json.writeStringProperty(property, value);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeSortIndex(LaneView lane) {
        begin("M", "thread_sort_index");
        json.writeNumberProperty("tid", thread(lane));
        json.writeObjectPropertyStart("args");
        json.writeNumberProperty("sort_index", lane.number());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeLane(LaneView lane) throws IOException {
        LaneWalk.along(
                lane,
                new LaneWalk.Listener() {
                    @Override
                    public void stayBegins(int item, long startNanos, long endNanos) {
                        String name = info.items().get(item);
                        String phase = info.phaseOf(item).name();
                        beginSlice(lane, name, ITEM + "," + phase, startNanos, endNanos);
                        json.writeEndObject();
                    }

                    @Override
                    public void span(int index) {
                        writeSpan(lane, index);
                    }

                    @Override
                    public void stayEnds(int item, long endNanos) {
                        // its duration said so
                    }
                });
    }

    private void writeSpan(LaneView lane, int span) {
        State state = info.states().get(lane.state(span));
        String kind = CsvFile.kind(state.kind());
        beginSlice(lane, state.name(), kind, lane.startNanos(span), lane.endNanos(span));
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
        begin(lasts ? "X" : "i", name);
        json.writeStringProperty("cat", category);
        json.writeNumberProperty("tid", thread(lane));
        writeTime("ts", startNanos);
        if (lasts) {
            writeTime("dur", endNanos - startNanos);
        } else {
            json.writeStringProperty("s", "t");
        }
    }

    private void writeCounter(CounterView counter) {
        for (int i = 0; i < counter.size(); i++) {
            begin("C", counter.name());
            writeTime("ts", counter.nanos(i));
            json.writeObjectPropertyStart("args");
            json.writeNumberProperty("value", counter.value(i));
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
        begin(phase, event.name());
        json.writeStringProperty("cat", kind(event));
        json.writeNumberProperty("id", id);
        json.writeNumberProperty("tid", 0);
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
        begin("i", note.text().isEmpty() ? "note" : note.text());
        json.writeStringProperty("cat", "note");
        json.writeStringProperty("s", "g");
        json.writeNumberProperty("tid", 0);
        writeTime("ts", note.startNanos());
        json.writeObjectPropertyStart("args");
        json.writeName("lasts_us");
        json.writeNumber(ExactDecimal.micros(note.endNanos() - note.startNanos()));
        json.writeEndObject();
        json.writeEndObject();
    }
}

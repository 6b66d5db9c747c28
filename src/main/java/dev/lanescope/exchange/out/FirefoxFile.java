package dev.lanescope.exchange.out;

import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.Phase;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import tools.jackson.core.JsonGenerator;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// A processed profile of the Firefox Profiler, in one version of that format, which the profiler
/// upgrades by itself: processed 47, Gecko 28.
///
/// A lane is a thread. Each span is a marker and also a sample whose weight is its duration, so
/// marker chart and call tree both tell the states' true times; stays of items are markers too.
/// What the JVM did and notes are markers of a thread of their own. There are no counters: the
/// profiler shows only those of kinds it knows.
final class FirefoxFile {

    private static final int PROCESSED_VERSION = 47;
    private static final int GECKO_VERSION = 28;
    private static final int INSTANT = 0;
    private static final int INTERVAL = 1;

    private final RunInfo info;
    private final JsonGenerator json;

    private FirefoxFile(RunInfo info, JsonGenerator json) {
        this.info = info;
        this.json = json;
    }

    static void write(Snapshot trace, OutputStream out) throws IOException {
        JsonStream.write(out, json -> new FirefoxFile(trace.info(), json).write(trace));
    }

    private void write(Snapshot trace) throws IOException {
        json.writeStartObject();
        writeMeta();
        writeEmptyArray("libs");
        json.writeArrayPropertyStart("threads");
        for (LaneView lane : trace.lanes()) {
            writeLane(lane);
        }
        List<Event> events = Event.of(trace);
        if (!events.isEmpty()) {
            writeEvents(events, trace.lanes().size() + 1, trace.endNanos());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeMeta() {
        json.writeObjectPropertyStart("meta");
        json.writeNumberProperty("interval", 1);
        json.writeName("startTime");
        json.writeNumber(
                ExactDecimal.millis(ChronoUnit.NANOS.between(Instant.EPOCH, info.started())));
        json.writeNumberProperty("processType", 0);
        json.writeStringProperty("product", "Lanescope: " + info.modelTitle());
        json.writeStringProperty("importedFrom", "Lanescope");
        json.writeNumberProperty("stackwalk", 0);
        json.writeNumberProperty("version", GECKO_VERSION);
        json.writeNumberProperty("preprocessedProfileVersion", PROCESSED_VERSION);
        json.writeBooleanProperty("symbolicated", true);
        json.writeBooleanProperty("keepProfileThreadOrder", true);
        json.writeBooleanProperty("sourceCodeIsNotOnSearchfox", true);
        json.writeArrayPropertyStart("categories");
        for (FirefoxCategory category : FirefoxCategory.values()) {
            json.writeStartObject();
            json.writeStringProperty("name", category.title());
            json.writeStringProperty("color", category.colour());
            json.writeArrayPropertyStart("subcategories");
            json.writeString("Other");
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("markerSchema");
        writeSchema("span", "{marker.name}", "item", "cpu");
        writeSchema("item", "{marker.data.item}", "item", "phase");
        writeSchema("event", "{marker.name}", "kind");
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeSchema(String name, String label, String... keys) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("chartLabel", label);
        json.writeStringProperty("tooltipLabel", label);
        json.writeStringProperty("tableLabel", label);
        json.writeArrayPropertyStart("display");
        json.writeString("marker-chart");
        json.writeString("marker-table");
        json.writeEndArray();
        json.writeArrayPropertyStart("data");
        for (String key : keys) {
            json.writeStartObject();
            json.writeStringProperty("key", key);
            json.writeStringProperty("label", key.equals("cpu") ? "CPU time" : key);
            json.writeStringProperty("format", key.equals("cpu") ? "duration" : "string");
            json.writeBooleanProperty("searchable", !key.equals("cpu"));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeLane(LaneView lane) throws IOException {
        beginThread(lane.name(), lane.number() + 1, lane.number() == 0, lane.endNanos());
        int states = info.states().size();
        writeSamples(lane);
        json.writeObjectPropertyStart("markers");
        writeMarkers(new FirefoxMarkers(lane, info));
        json.writeEndObject();
        writeTables(states);
        json.writeArrayPropertyStart("stringArray");
        info.states().stream().map(State::name).forEach(json::writeString);
        json.writeString("item");
        json.writeEndArray();
        json.writeEndObject();
    }

    private void beginThread(String name, int number, boolean main, long endNanos) {
        json.writeStartObject();
        json.writeStringProperty("processType", "default");
        json.writeStringProperty("processName", "Lanescope");
        json.writeNumberProperty("processStartupTime", 0);
        json.writeNullProperty("processShutdownTime");
        json.writeNumberProperty("registerTime", 0);
        json.writeName("unregisterTime");
        writeMillis(endNanos);
        writeEmptyArray("pausedRanges");
        json.writeStringProperty("name", name);
        json.writeBooleanProperty("isMainThread", main);
        json.writeStringProperty("pid", "1");
        json.writeNumberProperty("tid", number);
    }

    private void writeMillis(long nanos) {
        json.writeNumber(ExactDecimal.millis(nanos));
    }

    private void writeEmptyArray(String name) {
        json.writeArrayPropertyStart(name);
        json.writeEndArray();
    }

    private void writeColumn(String name, int length, IntConsumer cell) {
        json.writeArrayPropertyStart(name);
        for (int row = 0; row < length; row++) {
            cell.accept(row);
        }
        json.writeEndArray();
    }

    private void writeColumn(String name, int length, long value) {
        writeColumn(name, length, _ -> json.writeNumber(value));
    }

    private void writeEmptyColumn(String name, int length) {
        writeColumn(name, length, _ -> json.writeNull());
    }

    private void writeSamples(LaneView lane) {
        json.writeObjectPropertyStart("samples");
        writeColumn("stack", lane.size(), span -> json.writeNumber(lane.state(span)));
        writeColumn("time", lane.size(), span -> writeMillis(lane.startNanos(span)));
        writeColumn(
                "weight",
                lane.size(),
                span -> writeMillis(lane.endNanos(span) - lane.startNanos(span)));
        json.writeStringProperty("weightType", "tracing-ms");
        json.writeNumberProperty("length", lane.size());
        json.writeEndObject();
    }

    private void writeMarkers(FirefoxMarkers markers) throws IOException {
        json.writeArrayPropertyStart("name");
        markers.each((name, _, _, _) -> json.writeNumber(name));
        json.writeEndArray();
        json.writeArrayPropertyStart("startTime");
        markers.each((_, start, _, _) -> writeMillis(start));
        json.writeEndArray();
        json.writeArrayPropertyStart("endTime");
        markers.each((_, _, end, _) -> writeMillis(end));
        json.writeEndArray();
        json.writeArrayPropertyStart("phase");
        int[] count = {0};
        markers.each((_, _, _, _) -> {
            json.writeNumber(INTERVAL);
            count[0]++;
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("category");
        markers.each((name, _, _, _) -> json.writeNumber(markers.category(name)));
        json.writeEndArray();
        json.writeArrayPropertyStart("data");
        markers.each((name, _, _, span) -> writeData(markers, name, span));
        json.writeEndArray();
        json.writeNumberProperty("length", count[0]);
    }

    private void writeData(FirefoxMarkers markers, int name, int span) {
        json.writeStartObject();
        boolean stay = markers.isStay(name);
        int item = markers.lane().item(span);
        json.writeStringProperty("type", stay ? "item" : "span");
        if (item != Lane.NO_ITEM) {
            json.writeStringProperty("item", info.items().get(item));
        }
        if (stay) {
            Phase phase = info.phaseOf(item);
            json.writeStringProperty("phase", phase.name());
        } else {
            long cpu = markers.lane().exactCpuNanos(span);
            if (cpu != Lane.NOT_READ) {
                json.writeName("cpu");
                writeMillis(cpu);
            }
        }
        json.writeEndObject();
    }

    /// Stacks, frames and functions: one of each a state.
    private void writeTables(int states) {
        json.writeObjectPropertyStart("stackTable");
        writeColumn("frame", states, json::writeNumber);
        writeColumn("category", states, this::writeCategory);
        writeColumn("subcategory", states, 0);
        writeEmptyColumn("prefix", states);
        json.writeNumberProperty("length", states);
        json.writeEndObject();
        json.writeObjectPropertyStart("frameTable");
        writeColumn("address", states, -1);
        writeColumn("inlineDepth", states, 0);
        writeColumn("category", states, this::writeCategory);
        writeColumn("subcategory", states, 0);
        writeColumn("func", states, json::writeNumber);
        for (String empty :
                List.of("nativeSymbol", "innerWindowID", "implementation", "line", "column")) {
            writeEmptyColumn(empty, states);
        }
        json.writeNumberProperty("length", states);
        json.writeEndObject();
        json.writeObjectPropertyStart("funcTable");
        writeColumn("name", states, json::writeNumber);
        writeColumn("isJS", states, _ -> json.writeBoolean(false));
        writeColumn("relevantForJS", states, _ -> json.writeBoolean(false));
        writeColumn("resource", states, -1);
        for (String empty : List.of("fileName", "lineNumber", "columnNumber")) {
            writeEmptyColumn(empty, states);
        }
        json.writeNumberProperty("length", states);
        json.writeEndObject();
        writeEmptyTable("resourceTable", "lib", "name", "host", "type");
        writeEmptyTable("nativeSymbols", "libIndex", "address", "name", "functionSize");
    }

    private void writeCategory(int state) {
        json.writeNumber(FirefoxCategory.of(info.states().get(state).kind()).ordinal());
    }

    private void writeEmptyTable(String name, String... columns) {
        json.writeObjectPropertyStart(name);
        for (String column : columns) {
            writeEmptyArray(column);
        }
        json.writeNumberProperty("length", 0);
        json.writeEndObject();
    }

    /// What belongs to no lane.
    private record Event(String name, String kind, long startNanos, long endNanos) {

        static List<Event> of(Snapshot trace) {
            return Stream.concat(
                            trace.jvm().stream().map(Event::of),
                            trace.notes().stream().map(Event::of))
                    .toList();
        }

        private static Event of(JvmEvent did) {
            return new Event(did.name(), ChromeFile.kind(did), did.startNanos(), did.endNanos());
        }

        private static Event of(Note note) {
            return new Event(note.text(), "note", note.startNanos(), note.endNanos());
        }

        boolean isInstant() {
            return startNanos == endNanos;
        }
    }

    private void writeEvents(List<Event> events, int number, long endNanos) {
        int count = events.size();
        beginThread("JVM and notes", number, false, endNanos);
        json.writeObjectPropertyStart("samples");
        List.of("stack", "time", "weight").forEach(this::writeEmptyArray);
        json.writeStringProperty("weightType", "tracing-ms");
        json.writeNumberProperty("length", 0);
        json.writeEndObject();
        json.writeObjectPropertyStart("markers");
        writeColumn("name", count, json::writeNumber);
        writeColumn("startTime", count, i -> writeMillis(events.get(i).startNanos()));
        writeColumn("endTime", count, i -> writeEnd(events.get(i)));
        writeColumn(
                "phase",
                count,
                i -> json.writeNumber(events.get(i).isInstant() ? INSTANT : INTERVAL));
        writeColumn("category", count, FirefoxCategory.OTHER.ordinal());
        writeColumn("data", count, i -> writeData(events.get(i)));
        json.writeNumberProperty("length", count);
        json.writeEndObject();
        writeTables(0);
        writeColumn("stringArray", count, i -> json.writeString(events.get(i).name()));
        json.writeEndObject();
    }

    private void writeEnd(Event event) {
        if (event.isInstant()) {
            json.writeNull();
        } else {
            writeMillis(event.endNanos());
        }
    }

    private void writeData(Event event) {
        json.writeStartObject();
        json.writeStringProperty("type", "event");
        json.writeStringProperty("kind", event.kind());
        json.writeEndObject();
    }
}

package dev.lanescope.exchange.out;

import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.Phase;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

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
/// marker chart and call tree both tell the states' true times; stays of items are markers too. Of
/// another tool's trace each slice is a marker, and the samples have the stacks of its slices. What
/// the JVM did and notes are markers of a thread of their own. There are no counters: the profiler
/// shows only those of kinds it knows.
final class FirefoxFile {

    private static final int PROCESSED_VERSION = 47;
    private static final int GECKO_VERSION = 28;
    private static final int INSTANT = 0;
    private static final int INTERVAL = 1;

    private final Snapshot trace;
    private final RunInfo info;
    private final Places places;
    private final JsonGenerator json;

    private FirefoxFile(Snapshot trace, JsonGenerator json) {
        this.trace = trace;
        this.info = trace.info();
        this.places = Places.of(trace, 0);
        this.json = json;
    }

    static void write(Snapshot trace, OutputStream out) throws IOException {
        JsonStream.write(out, json -> new FirefoxFile(trace, json).write());
    }

    private void write() throws IOException {
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
        var stacks = FirefoxStacks.of(trace, lane);
        Places.ThreadPlace place = places.of(lane);
        String name = place.name().isEmpty() ? lane.name() : place.name();
        beginThread(name, place.process(), place.tid(), lane.number() == 0, lane.endNanos());
        writeSamples(stacks);
        json.writeObjectPropertyStart("markers");
        writeMarkers(stacks);
        json.writeEndObject();
        writeTables(stacks);
        json.writeArrayPropertyStart("stringArray");
        stacks.names().stream().map(this::nameOf).forEach(json::writeString);
        json.writeString("item");
        json.writeEndArray();
        json.writeEndObject();
    }

    /// A name by the number that [LaneWalk] has for it.
    private String nameOf(int name) {
        int states = info.states().size();
        return name < states ? info.states().get(name).name() : info.items().get(name - states);
    }

    private void beginThread(
            String name, Places.ProcessPlace process, int number, boolean main, long endNanos) {
        json.writeStartObject();
        json.writeStringProperty("processType", "default");
        json.writeStringProperty(
                "processName", trace.origins().isEmpty() ? "Lanescope" : process.name());
        json.writeNumberProperty("processStartupTime", 0);
        json.writeNullProperty("processShutdownTime");
        json.writeNumberProperty("registerTime", 0);
        json.writeName("unregisterTime");
        writeMillis(endNanos);
        writeEmptyArray("pausedRanges");
        json.writeStringProperty("name", name);
        json.writeBooleanProperty("isMainThread", main);
        json.writeStringProperty("pid", String.valueOf(process.pid()));
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

    private void writeSamples(FirefoxStacks stacks) throws IOException {
        json.writeObjectPropertyStart("samples");
        json.writeArrayPropertyStart("stack");
        stacks.eachSample((stack, _, _) -> json.writeNumber(stack));
        json.writeEndArray();
        json.writeArrayPropertyStart("time");
        stacks.eachSample((_, start, _) -> writeMillis(start));
        json.writeEndArray();
        json.writeArrayPropertyStart("weight");
        int[] count = {0};
        stacks.eachSample((_, start, end) -> {
            writeMillis(end - start);
            count[0]++;
        });
        json.writeEndArray();
        json.writeStringProperty("weightType", "tracing-ms");
        json.writeNumberProperty("length", count[0]);
        json.writeEndObject();
    }

    private void writeMarkers(FirefoxStacks stacks) throws IOException {
        json.writeArrayPropertyStart("name");
        stacks.eachMarker(marker -> json.writeNumber(marker.name()));
        json.writeEndArray();
        json.writeArrayPropertyStart("startTime");
        stacks.eachMarker(marker -> writeMillis(marker.startNanos()));
        json.writeEndArray();
        json.writeArrayPropertyStart("endTime");
        stacks.eachMarker(marker -> writeMillis(marker.endNanos()));
        json.writeEndArray();
        json.writeArrayPropertyStart("phase");
        int[] count = {0};
        stacks.eachMarker(_ -> {
            json.writeNumber(INTERVAL);
            count[0]++;
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("category");
        stacks.eachMarker(marker -> writeCategory(marker.kind()));
        json.writeEndArray();
        json.writeArrayPropertyStart("data");
        stacks.eachMarker(marker -> writeData(stacks.lane(), marker));
        json.writeEndArray();
        json.writeNumberProperty("length", count[0]);
    }

    private void writeData(LaneView lane, FirefoxStacks.Marker marker) {
        json.writeStartObject();
        boolean stay = marker.span() == FirefoxStacks.NO_SPAN;
        json.writeStringProperty("type", stay && !info.isForeign() ? "item" : "span");
        if (marker.item() != Lane.NO_ITEM) {
            json.writeStringProperty("item", info.items().get(marker.item()));
        }
        if (!stay) {
            long cpu = lane.exactCpuNanos(marker.span());
            if (cpu != Lane.NOT_READ) {
                json.writeName("cpu");
                writeMillis(cpu);
            }
        } else if (!info.isForeign()) {
            Phase phase = info.phaseOf(marker.item());
            json.writeStringProperty("phase", phase.name());
        }
        json.writeEndObject();
    }

    /// Stacks, and of each name a frame and a function.
    private void writeTables(FirefoxStacks stacks) {
        int depth = stacks.size();
        int names = stacks.names().size();
        json.writeObjectPropertyStart("stackTable");
        writeColumn("frame", depth, stack -> json.writeNumber(stacks.name(stack)));
        writeColumn("category", depth, stack -> writeCategory(stacks, stacks.name(stack)));
        writeColumn("subcategory", depth, 0);
        writeColumn("prefix", depth, stack -> writePrefix(stacks.prefix(stack)));
        json.writeNumberProperty("length", depth);
        json.writeEndObject();
        json.writeObjectPropertyStart("frameTable");
        writeColumn("address", names, -1);
        writeColumn("inlineDepth", names, 0);
        writeColumn("category", names, name -> writeCategory(stacks, name));
        writeColumn("subcategory", names, 0);
        writeColumn("func", names, json::writeNumber);
        for (String empty :
                List.of("nativeSymbol", "innerWindowID", "implementation", "line", "column")) {
            writeEmptyColumn(empty, names);
        }
        json.writeNumberProperty("length", names);
        json.writeEndObject();
        json.writeObjectPropertyStart("funcTable");
        writeColumn("name", names, json::writeNumber);
        writeColumn("isJS", names, _ -> json.writeBoolean(false));
        writeColumn("relevantForJS", names, _ -> json.writeBoolean(false));
        writeColumn("resource", names, -1);
        for (String empty : List.of("fileName", "lineNumber", "columnNumber")) {
            writeEmptyColumn(empty, names);
        }
        json.writeNumberProperty("length", names);
        json.writeEndObject();
        writeEmptyTable("resourceTable", "lib", "name", "host", "type");
        writeEmptyTable("nativeSymbols", "libIndex", "address", "name", "functionSize");
    }

    private void writePrefix(int stack) {
        if (stack == FirefoxStacks.NO_STACK) {
            json.writeNull();
        } else {
            json.writeNumber(stack);
        }
    }

    private void writeCategory(FirefoxStacks stacks, int localName) {
        writeCategory(stacks.names().get(localName));
    }

    private void writeCategory(int name) {
        json.writeNumber(
                name < info.states().size()
                        ? FirefoxCategory.of(info.states().get(name).kind()).ordinal()
                        : info.isForeign()
                                ? FirefoxCategory.WORK.ordinal()
                                : FirefoxCategory.OTHER.ordinal());
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
            return new Event(note.name(), "note", note.startNanos(), note.endNanos());
        }

        boolean isInstant() {
            return startNanos == endNanos;
        }
    }

    private void writeEvents(List<Event> events, int number, long endNanos) {
        int count = events.size();
        beginThread("JVM and notes", places.processes().getFirst(), number, false, endNanos);
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
        writeTables(FirefoxStacks.none(trace));
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

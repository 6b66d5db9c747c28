package dev.lanescope.exchange.out;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import tools.jackson.core.JsonGenerator;

import java.io.IOException;
import java.io.OutputStream;

/// speedscope's own format: one profile a lane, in which items open and close around states, and
/// another tool's slices as they nest. It knows nothing but stacks, so counters, arrows, notes and
/// what the JVM did stay behind.
final class SpeedscopeFile {

    private static final String SCHEMA = "https://www.speedscope.app/file-format-schema.json";

    private final RunInfo info;
    private final JsonGenerator json;

    private SpeedscopeFile(RunInfo info, JsonGenerator json) {
        this.info = info;
        this.json = json;
    }

    static void write(Snapshot trace, OutputStream out) throws IOException {
        JsonStream.write(out, json -> new SpeedscopeFile(trace.info(), json).write(trace));
    }

    private void write(Snapshot trace) throws IOException {
        json.writeStartObject();
        json.writeStringProperty("$schema", SCHEMA);
        json.writeStringProperty("exporter", "Lanescope");
        json.writeStringProperty("name", info.content() + ", " + info.modelTitle());
        json.writeNumberProperty("activeProfileIndex", 0);
        json.writeObjectPropertyStart("shared");
        json.writeArrayPropertyStart("frames");
        info.states().stream().map(State::name).forEach(this::writeFrame);
        info.items().forEach(this::writeFrame);
        json.writeEndArray();
        json.writeEndObject();
        json.writeArrayPropertyStart("profiles");
        for (LaneView lane : trace.lanes()) {
            writeProfile(trace, lane);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeFrame(String name) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeEndObject();
    }

    private void writeProfile(Snapshot trace, LaneView lane) throws IOException {
        json.writeStartObject();
        json.writeStringProperty("type", "evented");
        json.writeStringProperty("name", lane.name());
        json.writeStringProperty("unit", "nanoseconds");
        json.writeNumberProperty("startValue", 0);
        json.writeNumberProperty("endValue", lane.endNanos());
        json.writeArrayPropertyStart("events");
        LaneWalk.along(
                trace,
                lane,
                new LaneWalk.Listener() {
                    @Override
                    public void stayBegins(int item, long startNanos, long endNanos) {
                        writeEvent("O", info.states().size() + item, startNanos);
                    }

                    @Override
                    public void span(int index) {
                        int name = LaneWalk.name(info, lane, index);
                        writeEvent("O", name, lane.startNanos(index));
                        writeEvent("C", name, lane.endNanos(index));
                    }

                    @Override
                    public void stayEnds(int item, long endNanos) {
                        writeEvent("C", info.states().size() + item, endNanos);
                    }
                });
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeEvent(String type, int frame, long at) {
        json.writeStartObject();
        json.writeStringProperty("type", type);
        json.writeNumberProperty("frame", frame);
        json.writeNumberProperty("at", at);
        json.writeEndObject();
    }
}

package dev.lanescope.exchange.in;

import dev.lanescope.exchange.in.chrome.ChromeReader;
import dev.lanescope.exchange.in.foreign.ForeignTrace;
import dev.lanescope.exchange.in.speedscope.SpeedscopeReader;
import dev.lanescope.trace.Allowance;
import dev.lanescope.trace.Refusal;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/// A file of JSON, which may be trace events or speedscope's: its keys tell. It is read as it
/// comes, never as a whole.
final class JsonTrace {

    private static final int MOST_DEPTH = 500;
    private static final int MOST_STRING = 4 << 20;
    private static final int MOST_NAME = 50_000;
    private static final int MOST_NUMBER = 1_000;

    /// As strict as JSON is, but for what tracing tools are known to write.
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MOST_DEPTH)
                                    .maxStringLength(MOST_STRING)
                                    .maxNameLength(MOST_NAME)
                                    .maxNumberLength(MOST_NUMBER)
                                    .build())
                    .build();

    private final ChromeReader chrome;
    private final SpeedscopeReader speedscope;
    private final Set<String> keys = new HashSet<>();

    JsonTrace(ForeignTrace trace, Allowance allowance) {
        this.chrome = new ChromeReader(trace);
        this.speedscope = new SpeedscopeReader(trace, allowance);
    }

    /// Reads the file into the trace.
    ///
    /// @return what kind of file it is, for people
    String read(InputStream in) throws Refusal, InterruptedException {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            boolean bare = json.nextToken() == JsonToken.START_ARRAY;
            if (bare) {
                chrome.readEvents(json, true);
            } else {
                readObject(json);
            }
            if (!chrome.endIsMissing() && json.nextToken() != null) {
                throw new Refusal("is damaged: more follows after the end of its JSON");
            }
            if (bare || keys.contains("traceEvents")) {
                chrome.finish();
                return "Chrome trace";
            }
        }
        if (keys.contains("profiles")) {
            speedscope.finish();
            return "speedscope profile";
        }
        throw new Refusal("is JSON, but no trace: " + guess());
    }

    private void readObject(JsonParser json) throws Refusal, InterruptedException {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            boolean known = true;
            switch (key) {
                case "traceEvents" -> {
                    list(value, key);
                    chrome.readEvents(json, false);
                }
                case "profiles" -> {
                    list(value, key);
                    speedscope.readProfiles(json);
                }
                case "shared" -> {
                    if (value == JsonToken.START_OBJECT) {
                        speedscope.readShared(json);
                    } else {
                        json.skipChildren();
                    }
                }
                case "otherData" -> {
                    if (value == JsonToken.START_OBJECT) {
                        readAbout(json);
                    }
                }
                case "nodes", "samples", "threads" -> json.skipChildren();
                default -> {
                    known = false;
                    json.skipChildren();
                }
            }
            if (known) {
                keys.add(key);
            }
        }
    }

    /// What the file says about itself.
    private void readAbout(JsonParser json) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isExporter = json.currentName().equals("exporter");
            if (json.nextToken().isStructStart()) {
                json.skipChildren();
            } else if (isExporter) {
                chrome.exporter(json.getString());
            }
        }
    }

    private static void list(JsonToken value, String key) throws Refusal {
        if (value != JsonToken.START_ARRAY) {
            throw new Refusal("is damaged: there is no list under \"" + key + "\"");
        }
    }

    private String guess() {
        if (keys.contains("nodes") && keys.contains("samples")) {
            return "it looks like a CPU profile of V8, which speedscope can turn into its own format";
        }
        if (keys.contains("threads")) {
            return "it looks like a profile of Firefox, which profiler.firefox.com opens";
        }
        return "it has neither \"traceEvents\", as Chrome's have, nor \"profiles\", as"
                + " speedscope's have";
    }
}

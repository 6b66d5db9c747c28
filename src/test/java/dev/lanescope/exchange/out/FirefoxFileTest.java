package dev.lanescope.exchange.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;

/// The Firefox profile, read by Jackson and held to what the format wants: columns of one length,
/// and numbers that lead somewhere.
class FirefoxFileTest {

    private static JsonNode file(Snapshot trace) throws IOException {
        return JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(Sample.written(trace, ExportFormat.FIREFOX));
    }

    private static long nanos(JsonNode millis) {
        return new BigDecimal(millis.asString()).movePointRight(6).longValueExact();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void samples_and_markers_tell_the_same_nanoseconds_by_state(long seed) throws IOException {
        Snapshot trace = Sample.of(seed);
        var bySample = new TreeMap<String, Long>();
        var byMarker = new TreeMap<String, Long>();
        for (JsonNode thread : file(trace).get("threads")) {
            String lane = thread.get("name").asString();
            JsonNode samples = thread.get("samples");
            for (int i = 0; i < samples.get("length").asInt(); i++) {
                String state = function(thread, samples.get("stack").get(i).asInt());
                Sample.add(bySample, lane, state, nanos(samples.get("weight").get(i)));
            }
            JsonNode markers = thread.get("markers");
            for (int i = 0; i < markers.get("length").asInt(); i++) {
                if (markers.get("data").get(i).get("type").asString().equals("span")) {
                    long start = nanos(markers.get("startTime").get(i));
                    long end = nanos(markers.get("endTime").get(i));
                    int name = markers.get("name").get(i).asInt();
                    String state = thread.get("stringArray").get(name).asString();
                    Sample.add(byMarker, lane, state, end - start);
                }
            }
        }
        assertThat(bySample).isEqualTo(Sample.sums(trace));
        assertThat(byMarker).isEqualTo(Sample.sums(trace));
    }

    private static String function(JsonNode thread, int stack) {
        int frame = thread.get("stackTable").get("frame").get(stack).asInt();
        int function = thread.get("frameTable").get("func").get(frame).asInt();
        int name = thread.get("funcTable").get("name").get(function).asInt();
        return thread.get("stringArray").get(name).asString();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void all_columns_of_a_table_have_its_length(long seed) throws IOException {
        for (JsonNode thread : file(Sample.of(seed)).get("threads")) {
            for (String table :
                    List.of(
                            "samples",
                            "markers",
                            "stackTable",
                            "frameTable",
                            "funcTable",
                            "resourceTable",
                            "nativeSymbols")) {
                int length = thread.get(table).get("length").asInt();
                assertThat(thread.get(table).valueStream())
                        .as(table)
                        .allMatch(column -> !column.isArray() || column.size() == length);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void markers_name_known_schemas_categories_and_strings(long seed) throws IOException {
        JsonNode file = file(Sample.of(seed));
        List<String> schemas =
                file.get("meta")
                        .get("markerSchema")
                        .valueStream()
                        .map(schema -> schema.get("name").asString())
                        .toList();
        int categories = file.get("meta").get("categories").size();
        for (JsonNode thread : file.get("threads")) {
            JsonNode markers = thread.get("markers");
            for (int i = 0; i < markers.get("length").asInt(); i++) {
                assertThat(schemas).contains(markers.get("data").get(i).get("type").asString());
                assertThat(markers.get("category").get(i).asInt()).isLessThan(categories);
                int name = markers.get("name").get(i).asInt();
                assertThat(name).isLessThan(thread.get("stringArray").size());
                boolean instant = markers.get("phase").get(i).asInt() == 0;
                assertThat(markers.get("endTime").get(i).isNull()).isEqualTo(instant);
            }
        }
    }

    @Test
    void the_version_is_the_one_that_was_tested_and_the_first_grey_category_is_the_rest()
            throws IOException {
        JsonNode meta = file(Sample.of(1)).get("meta");
        assertThat(meta.get("version").asInt()).isEqualTo(28);
        assertThat(meta.get("preprocessedProfileVersion").asInt()).isEqualTo(47);
        assertThat(meta.get("categories").get(0).get("color").asString()).isEqualTo("grey");
    }

    @Test
    void notes_and_what_the_jvm_did_are_a_thread_of_their_own() throws IOException {
        JsonNode last = file(Sample.of(1)).get("threads").valueStream().toList().getLast();
        assertThat(last.get("name").asString()).isEqualTo("JVM and notes");
        assertThat(last.get("stringArray").valueStream())
                .extracting(JsonNode::asString)
                .contains("C2", "G1New", "here, \"it\" began\nand ended")
                .contains("note") // that of the note without words
                .doesNotContain("");
    }
}

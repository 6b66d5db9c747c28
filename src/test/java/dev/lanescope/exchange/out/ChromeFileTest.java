package dev.lanescope.exchange.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.CpuTime;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The Chrome file, read by Jackson and held to what the format wants.
class ChromeFileTest {

    private static List<JsonNode> events(Snapshot trace) throws IOException {
        JsonNode file = JsonMapper.shared().readTree(Sample.written(trace, ExportFormat.CHROME));
        assertThat(file.get("displayTimeUnit").asString()).isEqualTo("ns");
        return file.get("traceEvents").valueStream().toList();
    }

    private static List<JsonNode> of(List<JsonNode> events, String phase) {
        return events.stream().filter(event -> event.get("ph").asString().equals(phase)).toList();
    }

    /// As Perfetto reads it.
    private static long nanos(JsonNode event, String property) {
        return (long) (event.get(property).asDouble() * 1000.0);
    }

    private static Map<Integer, String> threads(List<JsonNode> events) {
        return of(events, "M").stream()
                .filter(event -> event.get("name").asString().equals("thread_name"))
                .collect(
                        Collectors.toMap(
                                event -> event.get("tid").asInt(),
                                event -> event.get("args").get("name").asString()));
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void states_have_the_same_nanoseconds_on_every_lane(long seed) throws IOException {
        Snapshot trace = Sample.of(seed);
        List<JsonNode> events = events(trace);
        Map<Integer, String> threads = threads(events);
        var sums = new TreeMap<String, Long>();
        long spans = 0;
        for (JsonNode event : of(events, "X")) {
            if (!event.get("cat").asString().startsWith(ChromeFile.ITEM)) {
                String lane = threads.getOrDefault(event.get("tid").asInt(), "?");
                Sample.add(sums, lane, event.get("name").asString(), nanos(event, "dur"));
                spans++;
            }
        }
        assertThat(sums).isEqualTo(Sample.sums(trace));
        for (JsonNode instant : of(events, "i")) {
            boolean ofThread = instant.get("s").asString().equals("t");
            boolean ofItem = instant.get("cat").asString().startsWith(ChromeFile.ITEM);
            spans += ofThread && !ofItem ? 1 : 0;
        }
        assertThat(spans).isEqualTo(trace.spans());
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void what_overlaps_on_a_thread_is_nested(long seed) throws IOException {
        var open = new HashMap<Integer, ArrayDeque<Long>>();
        for (JsonNode event : of(events(Sample.of(seed)), "X")) {
            var ends = open.computeIfAbsent(event.get("tid").asInt(), _ -> new ArrayDeque<>());
            long start = nanos(event, "ts");
            long end = start + nanos(event, "dur");
            while (!ends.isEmpty() && ends.getLast() <= start && ends.getLast() < end) {
                ends.removeLast();
            }
            if (!ends.isEmpty()) {
                assertThat(end).as("%s", event).isLessThanOrEqualTo(ends.getLast());
            }
            ends.addLast(end);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void cpu_time_is_told_where_it_is_known(long seed) throws IOException {
        Snapshot trace = Sample.of(seed);
        long exact = 0;
        for (LaneView lane : trace.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                boolean lasts = lane.endNanos(span) > lane.startNanos(span);
                exact +=
                        lane.cpuTime(span)
                                .filter(time -> lasts && time.isExact())
                                .map(CpuTime::cpuNanos)
                                .orElse(0L);
            }
        }
        long told =
                of(events(trace), "X").stream()
                        .filter(event -> event.has("tdur"))
                        .mapToLong(event -> nanos(event, "tdur"))
                        .sum();
        assertThat(told).isEqualTo(exact);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void counters_notes_and_what_the_jvm_did_come_along(long seed) throws IOException {
        Snapshot trace = Sample.of(seed);
        List<JsonNode> events = events(trace);
        assertThat(of(events, "C"))
                .hasSize(trace.counters().stream().mapToInt(counter -> counter.size()).sum())
                .allMatch(event -> event.get("args").get("value").isNumber());
        assertThat(of(events, "i"))
                .filteredOn(event -> event.get("s").asString().equals("g"))
                .extracting(event -> event.get("name").asString())
                .containsExactly("here, \"it\" began\nand ended", "note");
        assertThat(of(events, "b")).hasSize(5);
        for (JsonNode begin : of(events, "b")) {
            assertThat(of(events, "e"))
                    .filteredOn(end -> end.get("id").equals(begin.get("id")))
                    .singleElement()
                    .matches(end -> end.get("cat").equals(begin.get("cat")))
                    .matches(end -> nanos(end, "ts") >= nanos(begin, "ts"));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void lanes_keep_their_names_and_their_order(long seed) throws IOException {
        Snapshot trace = Sample.of(seed);
        List<JsonNode> events = events(trace);
        List<String> inOrder =
                of(events, "M").stream()
                        .filter(event -> event.get("name").asString().equals("thread_sort_index"))
                        .sorted((one, other) ->
                                Integer.compare(
                                        one.get("args").get("sort_index").asInt(),
                                        other.get("args").get("sort_index").asInt()))
                        .map(event -> threads(events).get(event.get("tid").asInt()))
                        .toList();
        assertThat(inOrder).isEqualTo(trace.lanes().stream().map(LaneView::name).toList());
    }
}

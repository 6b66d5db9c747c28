package dev.lanescope.exchange.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.exchange.in.TraceFiles;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.Flow;
import dev.lanescope.trace.LaneOrigin;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFile;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;

/// Another tool's trace comes in and leaves again in every format: each slice once, as deep as it
/// was, on its thread, in its process, with its arrows; counters with their own values.
class ForeignExportTest {

    @TempDir Path folder;

    /// Every second one has more names than states.
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    private static ForeignTree tree(long seed) {
        return new ForeignTree(seed, seed % 2 == 0 ? 12 : 400);
    }

    private Snapshot opened(ForeignTree tree) throws Exception {
        Path file = folder.resolve("foreign.json");
        Files.writeString(file, tree.json());
        Snapshot trace = TraceFiles.open(file, _ -> {});
        assertThat(trace.remarks()).noneMatch(remark -> remark.contains("left out"));
        return trace;
    }

    /// A slice that was read, in the order of its file.
    private record Read(String thread, String name, long start, long end) {}

    private static List<String> expected(ForeignTree tree) {
        return tree.slices.stream()
                .map(slice ->
                        line(
                                slice.thread(),
                                slice.depth(),
                                slice.name(),
                                slice.start(),
                                slice.end()))
                .sorted()
                .toList();
    }

    private static String line(String thread, int depth, String name, long start, long end) {
        return thread + ": " + depth + " " + name + " " + start + "-" + end;
    }

    /// How deep each one lies is worked out from when they begin and end; they must nest.
    private static List<String> lines(List<Read> slices) {
        List<Read> sorted = new ArrayList<>(slices);
        sorted.sort(
                Comparator.comparing(Read::thread)
                        .thenComparingLong(Read::start)
                        .thenComparingLong(slice -> -slice.end()));
        List<String> lines = new ArrayList<>();
        Deque<Read> open = new ArrayDeque<>();
        for (Read slice : sorted) {
            while (!open.isEmpty()
                    && (!open.getLast().thread().equals(slice.thread())
                            || open.getLast().end() <= slice.start())) {
                open.removeLast();
            }
            if (!open.isEmpty()) {
                assertThat(slice.end()).as("%s", slice).isLessThanOrEqualTo(open.getLast().end());
            }
            lines.add(line(slice.thread(), open.size(), slice.name(), slice.start(), slice.end()));
            open.addLast(slice);
        }
        return lines.stream().sorted().toList();
    }

    private JsonNode json(Snapshot trace, ExportFormat format) throws IOException {
        return JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(Sample.written(trace, format));
    }

    private static long nanos(JsonNode number, int digits) {
        return new BigDecimal(number.asString()).movePointRight(digits).longValue();
    }

    private static String title(String process, String thread, ForeignTree tree) {
        return tree.processes.size() > 1 ? process + " / " + thread : thread;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void chrome(long seed) throws Exception {
        ForeignTree tree = tree(seed);
        JsonNode events = json(opened(tree), ExportFormat.CHROME).get("traceEvents");
        Map<String, String> names = new HashMap<>();
        List<String> processes = new ArrayList<>();
        for (JsonNode event : events) {
            String pid = event.get("pid").asString();
            if (event.get("name").asString().equals("process_name")) {
                String name = event.get("args").get("name").asString();
                names.put(pid, name);
                processes.add(pid + " " + name);
            } else if (event.get("name").asString().equals("thread_name")) {
                String thread = event.get("args").get("name").asString();
                names.put(
                        pid + " " + event.get("tid").asString(),
                        title(names.getOrDefault(pid, "?"), thread, tree));
            }
        }
        List<Read> slices = new ArrayList<>();
        Map<String, String> leaving = new HashMap<>();
        List<String> arrows = new ArrayList<>();
        List<String> counters = new ArrayList<>();
        for (JsonNode event : events) {
            String at = event.get("pid").asString() + " " + event.get("tid").asString();
            String name = event.get("name").asString();
            String phase = event.get("ph").asString();
            long start = event.has("ts") ? nanos(event.get("ts"), 3) : 0;
            String end = names.get(at) + " " + start;
            switch (phase) {
                case "X", "i" -> {
                    long lasts = phase.equals("X") ? nanos(event.get("dur"), 3) : 0;
                    slices.add(new Read(String.valueOf(names.get(at)), name, start, start + lasts));
                }
                case "s" -> leaving.put(event.get("id").asString(), end);
                case "f" -> arrows.add(leaving.remove(event.get("id").asString()) + " > " + end);
                case "C" ->
                        counters.add(
                                name
                                        + " "
                                        + start
                                        + " "
                                        + event.get("args").get("value").asDouble());
                default -> assertThat(phase).isEqualTo("M");
            }
        }
        assertThat(lines(slices)).isEqualTo(expected(tree));
        assertThat(processes).isEqualTo(tree.processes);
        assertThat(leaving).isEmpty();
        assertThat(arrows).containsExactlyInAnyOrderElementsOf(tree.ways());
        assertThat(counters).containsExactlyInAnyOrderElementsOf(tree.counters);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void perfetto(long seed) throws Exception {
        ForeignTree tree = tree(seed);
        var file = PerfettoReader.read(Sample.written(opened(tree), ExportFormat.PERFETTO));
        assertThat(
                        file.processes().entrySet().stream()
                                .map(process -> process.getKey() + " " + process.getValue()))
                .isEqualTo(tree.processes);
        assertThat(
                        file.slices().stream()
                                .map(slice ->
                                        line(
                                                thread(file, slice.track(), tree),
                                                slice.depth(),
                                                slice.name(),
                                                slice.startNanos(),
                                                slice.startNanos() + slice.nanos()))
                                .sorted()
                                .toList())
                .isEqualTo(expected(tree));
        assertThat(file.readings()).containsExactlyInAnyOrderElementsOf(tree.counters);
        assertThat(
                        file.arrows().stream()
                                .map(arrow ->
                                        thread(file, arrow.fromTrack(), tree)
                                                + " "
                                                + arrow.fromNanos()
                                                + " > "
                                                + thread(file, arrow.toTrack(), tree)
                                                + " "
                                                + arrow.toNanos()))
                .containsExactlyInAnyOrderElementsOf(tree.ways());
    }

    private static String thread(PerfettoReader file, String track, ForeignTree tree) {
        String[] parts = track.split("/", 2);
        return title(file.processes().getOrDefault(Long.parseLong(parts[0]), "?"), parts[1], tree);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void speedscope(long seed) throws Exception {
        ForeignTree tree = tree(seed);
        JsonNode file = json(opened(tree), ExportFormat.SPEEDSCOPE);
        JsonNode frames = file.get("shared").get("frames");
        List<String> lines = new ArrayList<>();
        for (JsonNode profile : file.get("profiles")) {
            Deque<JsonNode> open = new ArrayDeque<>();
            long last = 0;
            for (JsonNode event : profile.get("events")) {
                assertThat(event.get("at").asLong()).isGreaterThanOrEqualTo(last);
                last = event.get("at").asLong();
                if (event.get("type").asString().equals("O")) {
                    open.addLast(event);
                } else {
                    JsonNode begun = open.removeLast();
                    int frame = event.get("frame").asInt();
                    assertThat(begun.get("frame").asInt()).isEqualTo(frame);
                    lines.add(
                            line(
                                    profile.get("name").asString(),
                                    open.size(),
                                    frames.get(frame).get("name").asString(),
                                    begun.get("at").asLong(),
                                    last));
                }
            }
            assertThat(open).isEmpty();
        }
        assertThat(lines.stream().sorted().toList()).isEqualTo(expected(tree));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void firefox(long seed) throws Exception {
        ForeignTree tree = tree(seed);
        List<Read> slices = new ArrayList<>();
        TreeSet<String> processes = new TreeSet<>();
        Map<String, Long> selfTimes = new HashMap<>();
        for (JsonNode thread : json(opened(tree), ExportFormat.FIREFOX).get("threads")) {
            String process = thread.get("processName").asString();
            processes.add(thread.get("pid").asString() + " " + process);
            String title = title(process, thread.get("name").asString(), tree);
            JsonNode words = thread.get("stringArray");
            JsonNode markers = thread.get("markers");
            for (int i = 0; i < markers.get("length").asInt(); i++) {
                slices.add(
                        new Read(
                                title,
                                words.get(markers.get("name").get(i).asInt()).asString(),
                                nanos(markers.get("startTime").get(i), 6),
                                nanos(markers.get("endTime").get(i), 6)));
            }
            JsonNode samples = thread.get("samples");
            for (int i = 0; i < samples.get("length").asInt(); i++) {
                String stack = stack(thread, samples.get("stack").get(i).asInt());
                long self = nanos(samples.get("weight").get(i), 6);
                selfTimes.merge(title + stack, self, Long::sum);
            }
        }
        selfTimes.values().removeIf(nanos -> nanos == 0);
        assertThat(lines(slices)).isEqualTo(expected(tree));
        assertThat(processes).containsExactlyInAnyOrderElementsOf(tree.processes);
        assertThat(selfTimes).isEqualTo(tree.selfTimes());
    }

    /// The calls of a stack, the outermost first.
    private static String stack(JsonNode thread, int number) {
        JsonNode table = thread.get("stackTable");
        int function =
                thread.get("frameTable")
                        .get("func")
                        .get(table.get("frame").get(number).asInt())
                        .asInt();
        int word = thread.get("funcTable").get("name").get(function).asInt();
        JsonNode prefix = table.get("prefix").get(number);
        return (prefix.isNull() ? "" : stack(thread, prefix.asInt()))
                + " > "
                + thread.get("stringArray").get(word).asString();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void csv(long seed) throws Exception {
        ForeignTree tree = tree(seed);
        String file =
                new String(Sample.written(opened(tree), ExportFormat.CSV), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        for (String row : file.lines().skip(1).toList()) {
            String[] cells = row.split(",", -1);
            long start = Long.parseLong(cells[2]);
            long end = Long.parseLong(cells[3]);
            assertThat(Long.parseLong(cells[4])).isEqualTo(end - start);
            assertThat(tree.processes).anyMatch(process -> process.endsWith(" " + cells[12]));
            lines.add(line(cells[1], Integer.parseInt(cells[11]), cells[5], start, end));
        }
        assertThat(lines.stream().sorted().toList()).isEqualTo(expected(tree));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void jfr(long seed) throws Exception {
        ForeignTree tree = tree(seed);
        Snapshot trace = opened(tree);
        Path file = folder.resolve("foreign.jfr");
        TraceExport.write(trace, ExportFormat.JFR, file);
        List<Read> slices = new ArrayList<>();
        List<Flow> flows = new ArrayList<>();
        List<String> counters = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            String type = event.getEventType().getName();
            long start = Duration.between(trace.info().started(), event.getStartTime()).toNanos();
            long end = start + event.getDuration().toNanos();
            switch (type.substring(type.lastIndexOf('.') + 1)) {
                case "Span", "Item" ->
                        slices.add(
                                new Read(
                                        event.getThread().getJavaName(),
                                        event.getString(type.endsWith("Span") ? "state" : "item"),
                                        start,
                                        end));
                case "Flow" ->
                        flows.add(
                                new Flow(
                                        event.getString("name"),
                                        (int) event.getThread().getJavaThreadId() - 1,
                                        start,
                                        (int) event.getThread("toThread").getJavaThreadId() - 1,
                                        end));
                case "Counter" ->
                        counters.add(
                                event.getString("name")
                                        + " "
                                        + start
                                        + " "
                                        + (double) event.getLong("value"));
                case "Fraction" ->
                        counters.add(
                                event.getString("name")
                                        + " "
                                        + start
                                        + " "
                                        + event.getDouble("value"));
                default -> assertThat(type).endsWith("Run");
            }
        }
        assertThat(lines(slices)).isEqualTo(expected(tree));
        assertThat(flows).isEqualTo(trace.flows());
        assertThat(counters).containsExactlyInAnyOrderElementsOf(tree.counters);
    }

    /// What our file holds leaves in every format as what came in.
    @ParameterizedTest
    @MethodSource("seeds")
    void our_own_file_holds_all_of_it(long seed) throws Exception {
        Snapshot trace = opened(tree(seed));
        Path file = folder.resolve("foreign.lanescope");
        TraceFile.write(trace, file);
        Snapshot again = TraceFile.read(file);
        for (ExportFormat format : ExportFormat.values()) {
            assertThat(Sample.written(again, format))
                    .as("%s", format)
                    .isEqualTo(Sample.written(trace, format));
        }
    }

    /// Out and in again it is the same, even the lanes.
    @ParameterizedTest
    @MethodSource("seeds")
    void what_left_as_chrome_events_comes_in_as_it_was(long seed) throws Exception {
        Snapshot trace = opened(tree(seed));
        Path file = folder.resolve("left.json");
        TraceExport.write(trace, ExportFormat.CHROME, file);
        Snapshot again = TraceFiles.open(file, _ -> {});
        assertThat(new String(Sample.written(again, ExportFormat.CSV), StandardCharsets.UTF_8))
                .isEqualTo(
                        new String(
                                Sample.written(trace, ExportFormat.CSV), StandardCharsets.UTF_8));
        assertThat(again.counters().stream().map(CounterView::name))
                .containsExactlyElementsOf(
                        trace.counters().stream().map(CounterView::name).toList());
        assertThat(again.flows()).isEqualTo(trace.flows());
        assertThat(again.origins().stream().map(LaneOrigin::threadName))
                .isEqualTo(trace.origins().stream().map(LaneOrigin::threadName).toList());
    }
}

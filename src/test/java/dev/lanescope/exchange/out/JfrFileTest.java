package dev.lanescope.exchange.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.CpuTime;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.Traces;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The recording, read by the JDK's own reader.
class JfrFileTest {

    @TempDir Path place;

    private Path recording(Snapshot trace) throws IOException {
        Path file = place.resolve("run.jfr");
        TraceExport.write(trace, ExportFormat.JFR, file);
        return file;
    }

    private static List<RecordedEvent> of(List<RecordedEvent> events, String name) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals("dev.lanescope." + name))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void states_have_the_same_nanoseconds_on_every_lane(long seed) throws IOException {
        Snapshot trace = Sample.of(seed);
        var events = of(RecordingFile.readAllEvents(recording(trace)), "Span");
        var sums = new TreeMap<String, Long>();
        for (RecordedEvent event : events) {
            String lane = event.getThread().getJavaName();
            Sample.add(sums, lane, event.getString("state"), event.getDuration().toNanos());
        }
        assertThat(sums).isEqualTo(Sample.sums(trace));
        assertThat(events).hasSize((int) trace.spans());
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void every_span_says_all_it_knows(long seed) throws IOException {
        Snapshot trace = Sample.of(seed);
        var events = of(RecordingFile.readAllEvents(recording(trace)), "Span");
        var told = new ArrayList<List<Object>>();
        for (RecordedEvent event : events) {
            told.add(
                    List.of(
                            Duration.between(trace.info().started(), event.getStartTime()),
                            event.getString("kind"),
                            Optional.ofNullable(event.getString("item")),
                            Optional.ofNullable(event.getString("phase")),
                            event.getBoolean("cpuTimeRead"),
                            event.getDuration("cpuTime")));
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(known(trace));
    }

    private static List<List<Object>> known(Snapshot trace) {
        var known = new ArrayList<List<Object>>();
        for (LaneView lane : trace.lanes()) {
            for (int index = 0; index < lane.size(); index++) {
                Span span = lane.span(index);
                Optional<Long> cpu =
                        lane.cpuTime(index).filter(CpuTime::isExact).map(CpuTime::cpuNanos);
                known.add(
                        List.of(
                                Duration.ofNanos(span.startNanos()),
                                CsvFile.kind(trace.stateOf(span).kind()),
                                trace.itemOf(span),
                                trace.itemOf(span)
                                        .map(_ -> trace.info().phaseOf(span.item()).name()),
                                cpu.isPresent(),
                                Duration.ofNanos(cpu.orElse(0L))));
            }
        }
        return known;
    }

    @Test
    void counters_notes_and_what_the_jvm_did_come_along() throws IOException {
        Snapshot trace = Sample.of(7);
        var events = RecordingFile.readAllEvents(recording(trace));
        assertThat(of(events, "Counter"))
                .hasSize(trace.counters().stream().mapToInt(counter -> counter.size()).sum());
        assertThat(of(events, "Activity"))
                .extracting(event -> event.getString("kind") + " " + event.getString("name"))
                .containsExactly(
                        "compilation C2",
                        "compilation C1",
                        "compilation C2",
                        "collection G1New",
                        "safepoint Cleanup");
        assertThat(of(events, "Note"))
                .extracting(event -> event.getString("text"))
                .containsExactly("here, \"it\" began\nand ended", "");
        assertThat(of(events, "Run"))
                .singleElement()
                .matches(run -> run.getString("content").equals("book"))
                .matches(run -> run.getLong("workers") == 3);
    }

    @Test
    void a_counter_may_stand_below_zero() throws IOException {
        Snapshot trace = Traces.counting(100, 0, -1, 10, Long.MIN_VALUE, 20, Long.MAX_VALUE);
        assertThat(of(RecordingFile.readAllEvents(recording(trace)), "Counter"))
                .extracting(event -> event.getLong("value"))
                .containsExactly(-1L, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Test
    void a_long_run_takes_several_chunks_and_loses_nothing() throws IOException {
        Snapshot trace = Traces.random(3, 2, 400_000);
        Path file = recording(trace);
        var sums = new TreeMap<String, Long>();
        long spans = 0;
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("dev.lanescope.Span")) {
                    String lane = event.getThread().getJavaName();
                    Sample.add(sums, lane, event.getString("state"), event.getDuration().toNanos());
                    spans++;
                }
            }
        }
        assertThat(file.toFile().length()).isGreaterThan(3L << 22);
        assertThat(spans).isEqualTo(trace.spans());
        assertThat(sums).isEqualTo(Sample.sums(trace));
    }

    @Test
    void mission_control_finds_labels_and_units() throws IOException {
        try (var recording = new RecordingFile(recording(Sample.of(1)))) {
            var span =
                    recording.readEventTypes().stream()
                            .filter(type -> type.getName().equals("dev.lanescope.Span"))
                            .findFirst()
                            .orElseThrow();
            assertThat(span.getLabel()).isEqualTo("What a worker did");
            assertThat(span.getCategoryNames()).containsExactly("Lanescope");
            assertThat(span.getField("cpuTime").getContentType()).isEqualTo("jdk.jfr.Timespan");
            assertThat(span.getField("item").getLabel()).isEqualTo("Item");
        }
    }
}

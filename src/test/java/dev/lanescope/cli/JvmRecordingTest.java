package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.exchange.in.TraceFiles;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Snapshot;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A run that is watched and kept as a JFR recording has our spans beside the JVM's own events.
class JvmRecordingTest {

    @TempDir Path place;
    private Path kept;

    @BeforeEach
    void run() {
        Path content = place.resolve("content");
        for (int page = 0; page < 40; page++) {
            Answer.page(
                    content, "p" + page + ".md", "# Page\n\n" + "Some *words* here. ".repeat(200));
        }
        kept = place.resolve("run.jfr");
        Path site = place.resolve("site");
        Answer answer = Answer.to("run", content, "--out", site, "--jvm", "--trace", kept);
        assertThat(answer.code()).as(answer.err()).isZero();
    }

    private static boolean isSpan(RecordedEvent event) {
        return event.getEventType().getName().equals("dev.lanescope.Span");
    }

    @Test
    void the_jvms_own_events_are_in_it_as_it_told_them() throws Exception {
        List<RecordedEvent> events = RecordingFile.readAllEvents(kept);
        assertThat(events)
                .extracting(event -> event.getEventType().getName())
                .contains("dev.lanescope.Span", "dev.lanescope.Run", "jdk.JVMInformation")
                .doesNotContain("dev.lanescope.Activity");
        assertThat(events)
                .filteredOn(event -> event.getEventType().getName().equals("jdk.CPULoad"))
                .allMatch(event -> event.getFloat("machineTotal") >= 0);
        assertThat(place.toFile().list()).containsExactlyInAnyOrder("content", "site", "run.jfr");
    }

    @Test
    void our_spans_lie_where_the_jvms_clock_was_then() throws Exception {
        List<RecordedEvent> events = RecordingFile.readAllEvents(kept);
        Instant first = bound(events, true);
        Instant last = bound(events, false);
        assertThat(events)
                .filteredOn(JvmRecordingTest::isSpan)
                .allMatch(event -> event.getStartTime().isAfter(first))
                .allMatch(event -> !event.getStartTime().isAfter(last));
    }

    /// The first or the last mark that was put into the recording: one was before the run, and one
    /// after it.
    private static Instant bound(List<RecordedEvent> events, boolean first) {
        List<Instant> marks =
                events.stream()
                        .filter(event -> event.getEventType().getName().endsWith("ClockMark"))
                        .map(RecordedEvent::getStartTime)
                        .sorted()
                        .toList();
        return first ? marks.getFirst() : marks.getLast();
    }

    @Test
    void it_opens_here_again_with_both() throws Exception {
        Snapshot trace = TraceFiles.open(kept, _ -> {});
        assertThat(trace.lanes())
                .extracting(lane -> lane.name())
                .anyMatch(name -> name.contains("1"));
        assertThat(trace.lanes()).noneMatch(lane -> lane.name().contains("JVM watch"));
        assertThat(trace.info().states()).extracting(state -> state.name()).contains("parse");
        assertThat(trace.jvm())
                .filteredOn(event -> event.kind() == JvmEvent.Kind.SAFEPOINT)
                .doesNotHaveDuplicates();
    }
}

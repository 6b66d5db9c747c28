package dev.lanescope.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

@Execution(ExecutionMode.CONCURRENT)
class TraceFileTest {

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void what_is_written_is_read_again(long seed) throws Exception {
        Snapshot written = Traces.furnished(seed);
        Path file = folder.resolve("run.lanescope");
        TraceFile.write(written, file);
        assertThat(TraceText.of(TraceFile.read(file))).isEqualTo(TraceText.of(written));
    }

    @Test
    void what_was_said_about_a_run_is_read_again() throws Exception {
        Path file = folder.resolve("run.lanescope");
        TraceFile.write(withRemarks(Traces.randomTrace(1, 1, 5)), file);
        assertThat(TraceFile.read(file).remarks())
                .containsExactly("It was too hot.", "Fünf Seiten warten.");
    }

    @Test
    void a_note_comes_back_on_the_lanes_it_was_put_on() throws Exception {
        List<Note> notes =
                List.of(
                        new Note(3, 9, "one lane", List.of(1)),
                        new Note(3, 9, "the whole run"),
                        new Note(4, 4, "neighbours and others", List.of(0, 2, 3, 4, 7)));
        Path file = folder.resolve("run.lanescope");
        TraceFile.write(Traces.random(1, 8, 5).withNotes(notes), file);
        assertThat(TraceFile.read(file).notes()).isEqualTo(notes);
    }

    @Test
    void a_note_on_a_lane_that_is_not_there_is_refused() throws Exception {
        Path file = folder.resolve("run.lanescope");
        var note = new Note(3, 9, "nowhere", List.of(0, 2));
        TraceFile.write(Traces.random(1, 2, 5).withNotes(List.of(note)), file);
        assertComplaint(file, "is damaged: a note on a lane that is not there");
    }

    @Test
    void readings_of_more_counters_and_moments_than_a_chunk_holds_are_read_again()
            throws Exception {
        var trace = new Trace(Traces.info(1, 1), Traces.STARTING);
        var random = new Random(5);
        for (int number = 0; number < 5; number++) {
            Counter counter = trace.counter("queue " + number);
            long at = 0;
            for (int reading = 0; reading < 4_000 * number * number; reading++) {
                at += random.nextInt(3);
                counter.append(at, random.nextInt(7) - 3);
            }
        }
        trace.finish(10);
        Snapshot written = Traces.finished(trace);
        Path file = folder.resolve("run.lanescope");
        TraceFile.write(written, file);
        assertThat(TraceText.of(TraceFile.read(file))).isEqualTo(TraceText.of(written));
    }

    @Test
    void lanes_of_many_blocks_are_read_again() throws Exception {
        Snapshot written = Traces.random(7, 3, 20_000);
        Path file = folder.resolve("run.lanescope");
        TraceFile.write(written, file);
        assertThat(TraceText.of(TraceFile.read(file))).isEqualTo(TraceText.of(written));
    }

    @Test
    void a_span_takes_at_most_twelve_bytes() throws Exception {
        Snapshot trace = Traces.random(3, 4, 10_000);
        Path file = folder.resolve("run.lanescope");
        TraceFile.write(trace, file);
        assertThat(Files.size(file)).isLessThan(trace.spans() * 12);
    }

    @Test
    void a_trace_that_is_being_recorded_is_kept_as_far_as_it_goes() throws Exception {
        var trace = new Trace(Traces.info(1, 1), Traces.STARTING);
        trace.lane(0).append(10, Traces.READ, 0, 4);
        Snapshot written = trace.snapshot(() -> 25);
        Path file = folder.resolve("run.lanescope");
        TraceFile.write(written, file);
        trace.lane(0).append(30, Traces.IDLE, Lane.NO_ITEM, Lane.NOT_READ);

        Snapshot read = TraceFile.read(file);

        assertThat(read.finished()).isFalse();
        assertThat(TraceText.of(read)).isEqualTo(TraceText.of(written));
    }

    @Test
    void a_run_of_no_time_is_read_again() throws Exception {
        var trace = new Trace(Traces.info(2, 0), Traces.STARTING);
        trace.lane(1);
        trace.finish(0);
        Path file = folder.resolve("run.lanescope");
        TraceFile.write(Traces.finished(trace), file);
        assertThat(TraceFile.read(file).spans()).isEqualTo(2);
    }

    @Test
    void nothing_but_the_file_is_left_behind() throws Exception {
        Path file = folder.resolve("run.lanescope");
        TraceFile.write(Traces.random(1), file);
        TraceFile.write(Traces.random(2), file);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_trace_that_cannot_be_written_says_why_and_leaves_nothing() throws Exception {
        Path file = folder.resolve("missing").resolve("run.lanescope");
        assertThatThrownBy(() -> TraceFile.write(Traces.random(1), file))
                .isInstanceOf(TraceFileException.class)
                .hasMessage(file + " cannot be written: there is no such folder");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void a_name_the_format_cannot_hold_is_refused_before_the_old_file_is_touched()
            throws Exception {
        Path file = folder.resolve("run.lanescope");
        TraceFile.write(Traces.random(1), file);
        byte[] before = Files.readAllBytes(file);
        var trace = new Trace(Traces.info(1, 1), Traces.STARTING);
        trace.lane(0).rename("x".repeat(70_000));
        trace.finish(10);
        assertThatThrownBy(() -> TraceFile.write(Traces.finished(trace), file))
                .isInstanceOf(TraceFileException.class)
                .hasMessageContaining("70000 bytes in a name");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void what_cannot_be_read_gets_one_clear_sentence() throws Exception {
        Path file = folder.resolve("run.lanescope");
        assertComplaint(file, "cannot be read: no such file");
        assertComplaint(folder, "cannot be read: it is not a file");
        Files.writeString(file, "");
        assertComplaint(file, "is not a Lanescope trace");
        Files.writeString(file, "{\"traceEvents\":[]}");
        assertComplaint(file, "is not a Lanescope trace");
        Files.write(file, TraceFormat.magic());
        assertComplaint(file, "was cut short: it ends in its head");
        Files.write(file, TraceFormat.head());
        assertComplaint(
                file, "was cut short: it ends before the first moment of its run was complete");
    }

    @Test
    void a_run_that_left_only_a_part_is_pointed_at() throws Exception {
        Path file = folder.resolve("run.lanescope");
        Path part = Files.writeString(TraceLog.partOf(file), "");
        assertComplaint(
                file,
                "cannot be read: no such file, but "
                        + part
                        + " was left by a run that did not come to its end");
    }

    @Test
    void a_file_of_a_newer_version_says_so() throws Exception {
        Path file = folder.resolve("run.lanescope");
        TraceFile.write(Traces.random(5), file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[9] = 9;
        Files.write(file, bytes);
        assertComplaint(
                file,
                "was written by a newer Lanescope (trace format 9, this one reads up to 8):"
                        + " update Lanescope to open it");
    }

    @Test
    void a_trace_that_would_not_fit_into_memory_is_refused() throws IOException {
        Path file = folder.resolve("run.lanescope");
        TraceFile.write(Traces.random(5, 100, 1000), file);
        assertThatThrownBy(() -> TraceFile.read(file, 1 << 20, _ -> {}))
                .isInstanceOf(TraceFileException.class)
                .hasMessageContaining("needs more than the 1 MB");
    }

    @Test
    void every_kind_of_state_and_event_and_chunk_has_a_code() {
        assertThat(TraceFormat.KINDS).containsExactlyInAnyOrder(State.Kind.values());
        assertThat(TraceFormat.JVM_KINDS).containsExactlyInAnyOrder(JvmEvent.Kind.values());
        for (ChunkKind kind : ChunkKind.values()) {
            assertThat(ChunkKind.of(kind.code())).isEqualTo(kind);
        }
    }

    @Test
    void forty_thousand_lanes_of_a_few_spans_are_read_again_and_take_little_memory()
            throws Exception {
        Snapshot written = Traces.random(11, 40_000, 6);
        Path file = folder.resolve("run.lanescope");
        TraceFile.write(written, file);
        Snapshot read = TraceFile.read(file, 100 << 20, _ -> {});
        assertThat(TraceText.of(read)).isEqualTo(TraceText.of(written));
    }

    /// A fixture of an old version is never written again: that is what it is for.
    @Test
    void a_trace_of_version_1_can_still_be_read() throws Exception {
        Snapshot expected = Traces.of(FIXTURE.toArray(new String[0]));
        assertThat(TraceText.of(TraceFile.read(FIXTURES.resolve("version-1.lanescope"))))
                .isEqualTo(TraceText.of(expected));
    }

    @Test
    void a_trace_of_version_2_can_still_be_read() throws Exception {
        Path kept = FIXTURES.resolve("version-2.lanescope");
        var phases = List.of(new Phase("pages", 0), new Phase("generated", 1));
        Snapshot expected = Traces.inPhases(phases, FIXTURE.toArray(new String[0]));
        assertThat(TraceText.of(TraceFile.read(kept))).isEqualTo(TraceText.of(expected));
    }

    @Test
    void a_trace_of_version_3_can_still_be_read() throws Exception {
        Path kept = FIXTURES.resolve("version-3.lanescope");
        Snapshot expected = Traces.random(3, 2, 12);
        assertThat(TraceText.of(TraceFile.read(kept))).isEqualTo(TraceText.of(expected));
    }

    @Test
    void a_trace_of_version_4_can_still_be_read() throws Exception {
        Path kept = FIXTURES.resolve("version-4.lanescope");
        Snapshot expected = withRemarks(Traces.randomTrace(3, 2, 12));
        assertThat(TraceText.of(TraceFile.read(kept))).isEqualTo(TraceText.of(expected));
    }

    @Test
    void a_trace_of_version_5_can_still_be_read() throws Exception {
        Path kept = FIXTURES.resolve("version-5.lanescope");
        Snapshot expected = Traces.asOfVersion5(3);
        assertThat(TraceText.of(TraceFile.read(kept))).isEqualTo(TraceText.of(expected));
    }

    @Test
    void a_trace_of_version_6_can_still_be_read() throws Exception {
        Path kept = FIXTURES.resolve("version-6.lanescope");
        Snapshot expected = Traces.asOfVersion6(3);
        assertThat(TraceText.of(TraceFile.read(kept))).isEqualTo(TraceText.of(expected));
    }

    @Test
    void a_trace_of_version_7_can_still_be_read() throws Exception {
        Path kept = FIXTURES.resolve("version-7.lanescope");
        Snapshot expected = Traces.asOfVersion7(3);
        assertThat(TraceText.of(TraceFile.read(kept))).isEqualTo(TraceText.of(expected));
    }

    @Test
    void a_trace_of_version_8_can_still_be_read() throws Exception {
        Path kept = FIXTURES.resolve("version-8.lanescope");
        Snapshot expected = Traces.furnished(3);
        if ("write".equals(System.getProperty("lanescope.golden"))) {
            TraceFile.write(expected, kept);
        }
        assertThat(TraceText.of(TraceFile.read(kept))).isEqualTo(TraceText.of(expected));
    }

    private static Snapshot withRemarks(Trace trace) {
        trace.remark("It was too hot.");
        trace.remark("Fünf Seiten warten.");
        return Traces.finished(trace);
    }

    private static final Path FIXTURES = Path.of("src/test/resources/trace");

    private static final List<String> FIXTURE =
            List.of(
                    "starting 50, read@0 100, parse@0 700, write@0 50, queue 60, idle 40",
                    "starting 70, read@1 80, lock@1 300, parse@1 400, write@1 30, idle 120");

    private static void assertComplaint(Path file, String complaint) {
        assertThatThrownBy(() -> TraceFile.read(file))
                .isInstanceOf(TraceFileException.class)
                .hasMessage(file + " " + complaint);
    }
}

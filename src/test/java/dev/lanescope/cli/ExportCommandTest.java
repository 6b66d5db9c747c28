package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.exchange.out.ExportFormat;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;

class ExportCommandTest {

    @TempDir Path place;
    private Path trace;

    @BeforeEach
    void keepTrace() throws Exception {
        trace = place.resolve("run.lanescope");
        TraceFile.write(Traces.of("queue 5, read@0 10, write@0 3"), trace);
    }

    @ParameterizedTest
    @EnumSource
    void every_format_is_known_by_its_id_and_lands_beside_the_trace(ExportFormat format) {
        Answer answer = Answer.to("export", trace, "--format", format.id());
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("3 spans on 1 lane as " + format.title())
                .contains("run." + format.extension())
                .contains(format.openedBy());
        assertThat(place.resolve("run." + format.extension())).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource
    void every_format_is_known_by_its_ending(ExportFormat format) {
        Path out = place.resolve("other." + format.extension());
        Answer answer = Answer.to("export", trace, "--out", out);
        assertThat(answer.out()).contains(" as " + format.title()).contains(out.toString());
        assertThat(out).isNotEmptyFile();
    }

    @Test
    void what_a_format_cannot_hold_is_said() throws Exception {
        TraceFile.write(Traces.counting(100, 0, 5, 10, 7), trace);
        assertThat(Answer.to("export", trace, "--format", "speedscope").out())
                .contains("speedscope has no place for 1 counter of it.");
        assertThat(Answer.to("export", trace, "--format", "chrome").out())
                .doesNotContain("no place");
    }

    @Test
    void a_file_that_is_there_is_overwritten_only_by_force() throws Exception {
        Path out = place.resolve("mine.csv");
        Files.writeString(out, "mine");
        refused(Answer.to("export", trace, "--out", out), "mine.csv exists", "--force");
        assertThat(out).hasContent("mine");
        assertThat(Answer.to("export", trace, "--out", out, "--force").code()).isZero();
        assertThat(Files.readString(out)).startsWith("lane,thread,");
    }

    @Test
    void the_trace_itself_is_never_overwritten() {
        refused(
                Answer.to("export", trace, "--format", "csv", "--out", trace, "--force"),
                "is the trace itself");
        assertThat(Answer.to("open", trace).code()).isZero();
    }

    @Test
    void whatever_is_wrong_is_one_sentence() {
        refused(Answer.to("export"), "FILE is missing");
        refused(Answer.to("export", trace), "give --format, or --out");
        refused(Answer.to("export", trace, "--format", "chrom"), "Did you mean chrome?");
        refused(
                Answer.to("export", trace, "--out", place.resolve("a.txt")),
                "the ending of a.txt does not tell the format",
                ".speedscope.json");
        refused(
                Answer.to("export", trace, "--out", place.resolve("nowhere/a.csv")),
                "nowhere does not exist");
        refused(
                Answer.to("export", trace, "--format", "csv", "--out", place),
                "is a folder; give the file a name in it");
        refused(
                Answer.to("export", place.resolve("no.lanescope"), "--format", "csv"),
                "no such file");
        assertThat(place.toFile().list()).containsExactly("run.lanescope");
    }

    @Test
    void a_run_keeps_its_trace_in_the_format_that_the_ending_asks_for() {
        Path content = place.resolve("content");
        Answer.page(content, "index.md", "# Hello");
        Path kept = place.resolve("kept.csv");
        Answer answer = Answer.to("run", content, "--out", place.resolve("site"), "--trace", kept);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(kept).content().startsWith("lane,thread,").contains("index.md");
    }

    private static void refused(Answer answer, String... words) {
        assertThat(answer.code()).as(answer.err()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.errLines()).hasSizeBetween(1, 2);
        assertThat(answer.err()).contains(words).doesNotContain("\tat ", "Exception");
    }
}

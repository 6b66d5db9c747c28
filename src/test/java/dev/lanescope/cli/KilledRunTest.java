package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Fact;
import dev.lanescope.trace.Growing;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.trace.TraceLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// `kill -9` in the middle of a real run of the real program.
class KilledRunTest {

    private static final int PAGES = 3_000;

    @TempDir Path place;

    @Test
    void the_trace_of_a_killed_run_can_be_read_up_to_its_last_moments() throws Exception {
        Path content = place.resolve("content");
        for (int page = 0; page < PAGES; page++) {
            Answer.page(content, "page-" + page + ".md", "# Page\n\n" + "- *word*\n".repeat(10));
        }
        Path trace = place.resolve("run.lanescope");
        Path part = TraceLog.partOf(trace);
        Program program = start(content, trace);

        long seen = waitForMore(program, part, 0);
        seen = waitForMore(program, part, seen);
        program.process().destroyForcibly().waitFor();

        assertThat(trace).doesNotExist();
        Snapshot read = TraceFile.read(part);
        assertThat(read.spans()).isGreaterThanOrEqualTo(seen);
        assertThat(read.finished()).isFalse();
        assertThat(read.info().items()).hasSizeGreaterThanOrEqualTo(PAGES);
        assertThat(read.info().facts()).extracting(Fact::name).contains("Knobs", "Java", "System");

        Answer opened = Answer.to("open", part);
        assertThat(opened.code()).as(opened.err()).isZero();
        assertThat(opened.outLines())
                .anySatisfy(line ->
                        assertThat(line)
                                .matches(
                                        "run.lanescope.part ends in the middle: the first"
                                                + " [0-9.]+ m?s were recovered."));
        assertThat(Answer.to("open", trace).errLines())
                .singleElement()
                .asString()
                .contains("no such file, but " + part + " was left by a run");
    }

    /// So that the run takes long, each page waits before it is read.
    private Program start(Path content, Path trace) throws Exception {
        return Program.start(
                place,
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + place, // a recorder that is killed clears nothing
                        "-classpath",
                        System.getProperty("java.class.path", ""),
                        "dev.lanescope.Main",
                        "run",
                        content.toString(),
                        "--out",
                        place.resolve("site").toString(),
                        "--workers",
                        "2",
                        "--read-latency",
                        "200ms",
                        "--trace",
                        trace.toString()));
    }

    /// @return how many spans have been written, more than before
    private static long waitForMore(Program program, Path part, long before) throws Exception {
        return Growing.until(
                        part,
                        trace -> trace.spans() > before + 2,
                        () -> program.process().isAlive())
                .spans();
    }
}

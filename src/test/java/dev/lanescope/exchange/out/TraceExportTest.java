package dev.lanescope.exchange.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFileException;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// What holds for every format.
class TraceExportTest {

    @TempDir Path place;

    /// A disk that is full after some bytes, and how far it got.
    private static final class FullDisk extends OutputStream {
        private long left;

        FullDisk(long bytes) {
            left = bytes;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            left -= count;
            if (left < 0) {
                throw new IOException("no space left");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_trace_leaves_piece_by_piece(ExportFormat format) {
        Snapshot trace = Traces.random(1, 4, 500_000);
        long before = allocatedBytes();
        assertThatThrownBy(() -> format.write(trace, new FullDisk(5 << 20)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("no space left");
        // If it had made the whole file first, this would be some 100 MB.
        assertThat(allocatedBytes() - before).isLessThan(96L << 20);
    }

    /// What this thread has allocated so far, garbage included.
    private static long allocatedBytes() {
        var threads =
                (com.sun.management.ThreadMXBean)
                        java.lang.management.ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    @ParameterizedTest
    @EnumSource
    void a_file_is_whole_and_the_same_every_time(ExportFormat format) throws IOException {
        Path file = place.resolve("run." + format.extension());
        TraceExport.write(Sample.of(5), format, file);
        assertThat(Files.readAllBytes(file)).isEqualTo(Sample.written(Sample.of(5), format));
        assertThat(place.toFile().list()).containsExactly(file.getFileName().toString());
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_cannot_be_written_is_one_sentence(ExportFormat format) {
        Path file = place.resolve("nowhere/run." + format.extension());
        assertThatThrownBy(() -> TraceExport.write(Sample.of(5), format, file))
                .isInstanceOf(TraceFileException.class)
                .hasMessage(file + " cannot be written: there is no such folder");
    }

    @ParameterizedTest
    @EnumSource
    void a_run_of_no_length_can_be_written(ExportFormat format) throws IOException {
        assertThat(Sample.written(Traces.of("idle 0"), format)).isNotEmpty();
    }

    @Test
    void a_name_that_ends_in_gz_is_packed() throws IOException {
        Path file = place.resolve("run.json.gz");
        TraceExport.write(Sample.of(5), ExportFormat.CHROME, file);
        try (var unpacked = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(unpacked.readAllBytes())
                    .isEqualTo(Sample.written(Sample.of(5), ExportFormat.CHROME));
        }
    }

    @Test
    void the_name_of_a_file_asks_for_a_format() {
        assertThat(ExportFormat.byFile(Path.of("a.json"))).contains(ExportFormat.CHROME);
        assertThat(ExportFormat.byFile(Path.of("a.JSON.gz"))).contains(ExportFormat.CHROME);
        assertThat(ExportFormat.byFile(Path.of("a.speedscope.json")))
                .contains(ExportFormat.SPEEDSCOPE);
        assertThat(ExportFormat.byFile(Path.of("b/a.firefox.json.gz")))
                .contains(ExportFormat.FIREFOX);
        assertThat(ExportFormat.byFile(Path.of("a.pftrace"))).contains(ExportFormat.PERFETTO);
        assertThat(ExportFormat.byFile(Path.of("json"))).isEmpty();
        assertThat(ExportFormat.byFile(Path.of("a.lanescope"))).isEmpty();
        assertThat(Arrays.stream(ExportFormat.values()).map(ExportFormat::id))
                .allMatch(id -> ExportFormat.byId(id).isPresent());
    }
}

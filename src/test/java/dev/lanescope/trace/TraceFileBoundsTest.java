package dev.lanescope.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/// Reading a trace takes no more than it may, tells how far it is, and can be given up.
class TraceFileBoundsTest {

    private static final Path OLD = Path.of("src/test/resources/trace/version-4.lanescope");
    private static final long ENOUGH = 256 << 20;

    @TempDir Path folder;

    private Path written() throws IOException {
        Path file = folder.resolve("run.lanescope");
        TraceFile.write(BigTrace.of(4, 300_000), file);
        return file;
    }

    @Test
    void progress_grows_up_to_all_of_the_file() throws Exception {
        List<Double> told = new ArrayList<>();
        TraceFile.read(written(), ENOUGH, told::add);
        assertThat(told).hasSizeGreaterThan(5).isSorted().last().isEqualTo(1.0);
    }

    @Test
    void an_old_file_tells_its_progress_too() throws Exception {
        List<Double> told = new ArrayList<>();
        TraceFile.read(OLD, ENOUGH, told::add);
        assertThat(told).isNotEmpty().isSorted().allMatch(share -> share > 0 && share <= 1);
    }

    @Test
    void reading_ends_where_it_is_interrupted() throws Exception {
        Path file = written();
        List<Double> told = new ArrayList<>();
        assertThatThrownBy(() ->
                        TraceFile.read(
                                file,
                                ENOUGH,
                                share -> {
                                    told.add(share);
                                    Thread.currentThread().interrupt();
                                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(told).hasSize(1);
    }

    @Test
    void an_old_file_can_be_given_up_too() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> TraceFile.read(OLD, ENOUGH, _ -> {}))
                .isInstanceOf(InterruptedException.class);
    }

    /// Two million names, or hundreds of thousands of transitions, readings or events, or a note on
    /// a million lanes, in a few thousand bytes: much more would be made of them than they are
    /// unpacked to.
    @ParameterizedTest
    @EnumSource(
            value = ChunkKind.class,
            names = {"ITEMS", "LANES", "COUNTERS", "JVM", "NOTES"})
    void a_chunk_is_paid_for_before_anything_is_made_of_it(ChunkKind kind) throws Exception {
        assertTooBig(chunk(kind, bomb(kind)), TraceFormat.VERSION);
    }

    @Test
    void so_is_a_chunk_of_readings_of_an_older_version() throws Exception {
        var content = new ByteSink();
        List.of(0, 0, 0, 900_000).forEach(content::putUnsigned);
        assertTooBig(
                chunk(ChunkKind.COUNTERS, filled(content)), TraceFormat.LAST_WITH_COUNTERS_APART);
    }

    private static void assertTooBig(Chunk bomb, int version) {
        long most = 3 << 20;
        long before = allocated();
        assertThatThrownBy(() -> PartReader.read(bomb, version, new Claim(new Allowance(most))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is too big");
        assertThat(allocated() - before).isLessThan(2 * most);
    }

    @Test
    void what_was_unpacked_ahead_is_given_back_when_it_is_part_of_the_trace() throws Exception {
        Path file = written();
        long lanes =
                TraceFile.read(file).lanes().stream().mapToLong(l -> Lane.bytes(l.size())).sum();
        int cores = Runtime.getRuntime().availableProcessors();
        long ahead = (2L * cores + 2) * TraceFormat.ROWS_IN_CHUNK * 64;
        assertThat(TraceFile.read(file, lanes + ahead, _ -> {}).spans()).isGreaterThan(290_000);
    }

    /// Other formats count nanoseconds since 1970 in 63 bits, which end in 2262.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2263-01-01T00:00:00Z",
                "+999999999-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z"
            })
    void a_run_that_started_when_no_clock_says_is_refused(Instant started) throws Exception {
        Path file = folder.resolve("run.lanescope");
        TraceFile.write(startedAt(started), file);
        assertThatThrownBy(() -> TraceFile.read(file))
                .isInstanceOf(TraceFileException.class)
                .hasMessageContaining("it started at no possible time: " + started);
    }

    private static Snapshot startedAt(Instant started) {
        Snapshot trace = Traces.random(3);
        RunInfo info = trace.info();
        var other =
                new RunInfo(
                        info.model(),
                        info.modelTitle(),
                        info.workers(),
                        info.setting(),
                        info.content(),
                        info.contentBytes(),
                        started,
                        info.renderedBefore(),
                        info.states(),
                        info.items(),
                        info.phases(),
                        info.facts());
        return new Snapshot(
                other,
                trace.lanes(),
                trace.counters(),
                trace.remarks(),
                trace.jvm(),
                trace.notes(),
                trace.endNanos(),
                trace.finished());
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    private static ByteSink bomb(ChunkKind kind) {
        var content = new ByteSink();
        List<Integer> numbers =
                switch (kind) {
                    case LANES -> List.of(400_000, 100_000);
                    case COUNTERS -> List.of(500_000, 0);
                    case JVM -> List.of(0, 100_000);
                    case NOTES -> List.of(0, 1, 0, 0, 0, 1, 0, 1_000_000);
                    default -> List.of(0, 2_000_000);
                };
        numbers.forEach(content::putUnsigned);
        return filled(content);
    }

    private static ByteSink filled(ByteSink content) {
        while (content.size() < TraceFormat.MOST_CHUNK_BYTES - 10) {
            content.put(0);
        }
        return content;
    }

    private Chunk chunk(ChunkKind kind, ByteSink content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new ChunkWriter(bytes, Deflater.BEST_COMPRESSION)) {
            writer.write(kind, content);
        }
        byte[] file = bytes.toByteArray();
        var in = new ByteArrayInputStream(file);
        in.skipNBytes(TraceFormat.HEAD_BYTES);
        return new ChunkReader(in, TraceFormat.head(), folder.resolve("bomb"), file.length)
                .next()
                .orElseThrow();
    }
}

package dev.lanescope.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.Deflater;

/// Files that end in the middle, or are damaged there.
@Execution(ExecutionMode.CONCURRENT)
class TraceRecoveryTest {

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void of_a_file_that_is_cut_anywhere_everything_up_to_its_last_moment_is_read(long seed)
            throws Exception {
        Snapshot run = Traces.furnished(seed);
        byte[] whole = writtenInSteps(run, 8);
        var random = new Random(seed);
        List<Integer> cuts = new ArrayList<>(chunkEnds(whole));
        for (int i = 0; i < 12; i++) {
            cuts.add(random.nextInt(TraceFormat.magic().length, whole.length));
        }
        cuts.remove(Integer.valueOf(whole.length));
        for (int cut : cuts) {
            Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, cut));
            try {
                assertIsTheBeginningOf(run, TraceFile.read(file));
            } catch (TraceFileException e) {
                assertThat(e.getMessage()).startsWith(file + " was cut short: ");
                assertThat(cut).isLessThan(firstMoment(whole));
            }
        }
    }

    @Test
    void the_sentence_says_how_much_was_recovered() throws Exception {
        var trace = new Trace(Traces.info(1, 1), Traces.STARTING);
        trace.lane(0).append(10, Traces.READ, 0, 4);
        Path file = folder.resolve("killed.lanescope.part");
        try (var writer = new TraceWriter(Files.newOutputStream(file), file, Deflater.BEST_SPEED)) {
            writer.append(trace.snapshot(() -> 740_000_000L), 740_000_000L);
            assertThat(TraceFile.read(file).remarks())
                    .containsExactly(
                            "killed.lanescope.part ends in the middle: the first 740 ms were"
                                    + " recovered.");
            writer.append(trace.snapshot(() -> 3_210_000_000L), 3_210_000_000L);
        }
        Snapshot read = TraceFile.read(file);
        assertThat(read.remarks())
                .containsExactly(
                        "killed.lanescope.part ends in the middle: the first 3.2 s were"
                                + " recovered.");
        assertThat(read.finished()).isFalse();
        assertThat(read.endNanos()).isEqualTo(3_210_000_000L);
    }

    @Test
    void of_a_saved_run_whose_end_alone_is_missing_all_is_read() throws Exception {
        Snapshot run = Traces.furnished(4);
        Path saved = folder.resolve("saved");
        TraceFile.write(run, saved);
        byte[] whole = Files.readAllBytes(saved);
        Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 1));
        Snapshot read = TraceFile.read(file);
        assertThat(read.spans()).isEqualTo(run.spans());
        assertThat(read.finished()).isFalse();
    }

    @Test
    void of_half_the_file_of_a_short_run_its_first_part_is_read() throws Exception {
        var trace = new Trace(Traces.info(1, 1), Traces.STARTING);
        var random = new Random(7);
        long now = 0;
        for (int span = 0; span < 9_000; span++) {
            now += 1 + random.nextInt(1_000_000);
            trace.lane(0).append(now, span % 2 == 0 ? Traces.READ : Traces.STARTING, 0, 4);
        }
        trace.finish(now + 1);
        Path saved = folder.resolve("saved");
        TraceFile.write(Traces.finished(trace), saved);
        byte[] whole = Files.readAllBytes(saved);
        Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(TraceFile.read(file).spans()).isBetween(3_000L, 5_000L);
    }

    @Test
    void what_is_damaged_in_the_middle_is_named_by_its_place() throws Exception {
        byte[] whole = writtenInSteps(Traces.furnished(4), 5);
        List<Integer> ends = chunkEnds(whole);
        for (int chunk = 0; chunk + 2 < ends.size(); chunk++) {
            int begin = ends.get(chunk);
            for (int at : List.of(begin, begin + TraceFormat.CHUNK_HEAD_BYTES)) {
                byte[] bytes = whole.clone();
                bytes[at] ^= 0x10;
                Path file = Files.write(folder.resolve("damaged"), bytes);
                assertThatThrownBy(() -> TraceFile.read(file))
                        .isInstanceOf(TraceFileException.class)
                        .hasMessageStartingWith(file + " is damaged at byte " + begin);
            }
        }
    }

    @Test
    void a_chunk_that_is_missing_doubled_or_elsewhere_is_noticed() throws Exception {
        byte[] whole = writtenInSteps(Traces.furnished(4), 5);
        List<Integer> ends = chunkEnds(whole);
        int a = ends.get(3);
        int b = ends.get(4);
        int c = ends.get(5);
        for (byte[] forged :
                List.of(
                        joined(whole, 0, a, b, whole.length),
                        joined(whole, 0, b, a, whole.length),
                        joined(whole, 0, a, b, c, a, b, c, whole.length))) {
            Path file = Files.write(folder.resolve("forged"), forged);
            assertThatThrownBy(() -> TraceFile.read(file))
                    .isInstanceOf(TraceFileException.class)
                    .hasMessageContaining("is damaged at byte ");
        }
    }

    @Test
    void a_file_whose_last_bytes_never_reached_the_disk_is_one_that_was_cut() throws Exception {
        Snapshot run = Traces.furnished(4);
        byte[] whole = writtenInSteps(run, 5);
        List<Integer> ends = chunkEnds(whole);
        int last = ends.get(ends.size() - 2);
        for (int keep : List.of(last, last + TraceFormat.CHUNK_HEAD_BYTES)) {
            byte[] torn = Arrays.copyOf(Arrays.copyOf(whole, keep), whole.length);
            Path file = Files.write(folder.resolve("torn"), torn);
            assertIsTheBeginningOf(run, TraceFile.read(file));
        }
    }

    @Test
    void bytes_after_the_end_are_not_overlooked() throws Exception {
        byte[] whole = writtenInSteps(Traces.furnished(4), 2);
        for (int more : List.of(1, 16, 17, 500)) {
            Path file = Files.write(folder.resolve("longer"), whole);
            byte[] rest = new byte[more];
            new Random(more).nextBytes(rest);
            Files.write(file, rest, StandardOpenOption.APPEND);
            assertThatThrownBy(() -> TraceFile.read(file)).isInstanceOf(TraceFileException.class);
        }
    }

    /// As a log writes a run that it looks at now and then.
    private byte[] writtenInSteps(Snapshot run, int steps) throws IOException {
        Path file = folder.resolve("steps");
        try (var writer = new TraceWriter(Files.newOutputStream(file), file, Deflater.BEST_SPEED)) {
            for (int step = 1; step < steps; step++) {
                writer.append(run, run.endNanos() / steps * step);
            }
            writer.end(run);
        }
        byte[] bytes = Files.readAllBytes(file);
        assertThat(TraceText.of(TraceFile.read(file))).isEqualTo(TraceText.of(run));
        return bytes;
    }

    /// Where the chunks of a file end, the head of the file first.
    private List<Integer> chunkEnds(byte[] whole) throws IOException {
        var ends = new ArrayList<Integer>();
        chunks(whole).forEach(chunk -> ends.add((int) chunk.place().at()));
        ends.add(whole.length);
        return ends;
    }

    private static List<Chunk> chunks(byte[] whole) throws IOException {
        var in = new ByteArrayInputStream(whole);
        in.skipNBytes(TraceFormat.HEAD_BYTES);
        var reader = new ChunkReader(in, TraceFormat.head(), Path.of("steps"), whole.length);
        var chunks = new ArrayList<Chunk>();
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            chunks.add(next.get());
        }
        assertThat(reader.wasCut()).isFalse();
        return chunks;
    }

    /// Where the first chunk ends after which something can be recovered.
    private static int firstMoment(byte[] whole) throws IOException {
        List<Chunk> chunks = chunks(whole);
        for (int i = 0; i + 1 < chunks.size(); i++) {
            if (chunks.get(i).kind() == ChunkKind.MOMENT) {
                return (int) chunks.get(i + 1).place().at();
            }
        }
        return whole.length;
    }

    private static byte[] joined(byte[] bytes, int... stretches) {
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < stretches.length; i += 2) {
            all.write(bytes, stretches[i], stretches[i + 1] - stretches[i]);
        }
        return all.toByteArray();
    }

    /// Whether all that a recovered trace says is so.
    private static void assertIsTheBeginningOf(Snapshot run, Snapshot read) {
        assertThat(read.finished()).isFalse();
        assertThat(read.remarks().getLast()).contains("ends in the middle: the first ");
        assertThat(run.remarks()).containsAll(read.remarks().subList(0, read.remarks().size() - 1));
        assertThat(run.jvm()).startsWith(read.jvm().toArray(new JvmEvent[0]));
        assertThat(read.info().items()).isEqualTo(run.info().items());
        assertThat(read.lanes()).hasSameSizeAs(run.lanes());
        for (LaneView lane : read.lanes()) {
            LaneView original = run.lanes().get(lane.number());
            assertThat(lane.name()).isEqualTo(original.name());
            assertThat(lane.size()).isEqualTo(original.indexAt(read.endNanos() - 1) + 1);
            assertThat(firstDifference(lane, original)).as("a span that differs").isEmpty();
        }
    }

    private static OptionalInt firstDifference(LaneView lane, LaneView original) {
        return IntStream.range(0, lane.size())
                .filter(span ->
                        lane.startNanos(span) != original.startNanos(span)
                                || lane.state(span) != original.state(span)
                                || lane.item(span) != original.item(span)
                                || lane.cpuNanos(span) != original.cpuNanos(span))
                .findFirst();
    }
}

package dev.lanescope.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Files that somebody broke, by chance or on purpose.
@Execution(ExecutionMode.CONCURRENT)
class TraceFileFuzzTest {

    private static final long MOST_BYTES = 64 << 20;

    private static final Path OLD = Path.of("src/test/resources/trace/version-4.lanescope");

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void broken_bytes_give_a_complaint_or_a_part_of_the_trace_or_all_of_it(long seed)
            throws Exception {
        Snapshot written = Traces.furnished(seed);
        byte[] whole = bytesOf(written);
        var random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            Path file = Files.write(folder.resolve("broken"), broken(whole, random));
            try {
                Snapshot read = TraceFile.read(file, MOST_BYTES, _ -> {});
                if (read.finished()) {
                    assertThat(TraceText.of(read)).isEqualTo(TraceText.of(written));
                } else {
                    assertThat(read.remarks().getLast()).contains("ends in the middle");
                }
            } catch (TraceFileException e) {
                assertThat(e).hasMessageStartingWith(file.toString());
            }
        }
    }

    /// The checksums are right here, so whatever is wrong gets as far as it can.
    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void forged_checksums_get_a_complaint_or_a_sound_trace(long seed) throws Exception {
        List<Piece> pieces = piecesOf(bytesOf(Traces.furnished(seed)));
        var random = new Random(seed);
        for (int round = 0; round < 80; round++) {
            var forged = new ArrayList<>(pieces);
            int which = random.nextInt(forged.size());
            Piece piece = forged.get(which);
            switch (random.nextInt(6)) {
                case 0 -> forged.remove(which);
                case 1 -> forged.add(random.nextInt(forged.size()), piece);
                default ->
                        forged.set(which, new Piece(piece.kind(), broken(piece.bytes(), random)));
            }
            readOrRefuse(Files.write(folder.resolve("forged"), joined(forged)));
        }
    }

    /// A million lanes that say next to nothing would take almost a gigabyte.
    @Test
    void a_small_file_that_unpacks_to_very_much_is_refused() throws Exception {
        LaneView lane = Traces.of("idle 10").lanes().get(0);
        var lanes = new ArrayList<LaneView>();
        var shared = new Lane(lane.name(), Traces.IDLE);
        for (int number = 0; number < TraceFormat.MOST_LANES; number++) {
            lanes.add(new LaneView(shared, number, 1, 10, true));
        }
        var bomb =
                new Snapshot(
                        Traces.info(lanes.size(), 0),
                        lanes,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        10,
                        true);
        Path file = folder.resolve("bomb");
        TraceFile.write(bomb, file);
        assertThat(Files.size(file)).isLessThan(3_000_000);
        assertThatThrownBy(() -> TraceFile.read(file, MOST_BYTES, _ -> {}))
                .isInstanceOf(TraceFileException.class)
                .hasMessageContaining("is too big");
    }

    @Test
    void a_chunk_that_unpacks_to_more_than_it_says_is_refused() throws Exception {
        List<Piece> pieces = piecesOf(bytesOf(Traces.furnished(1)));
        var zeros = new Piece(ChunkKind.LANES, new byte[1 << 24]);
        for (int said : new int[] {0, 1 << 10, 1 << 21, 1 << 24, Integer.MAX_VALUE, -1}) {
            byte[] file = joined(List.of(pieces.getFirst(), zeros), said);
            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(TraceFileException.class)
                    .hasMessageContaining("is damaged at byte ");
        }
    }

    @Test
    void a_head_that_promises_a_billion_of_anything_is_refused() throws Exception {
        List<Piece> pieces = piecesOf(bytesOf(Traces.furnished(1)));
        for (ChunkKind kind : ChunkKind.values()) {
            var billions = new ByteSink();
            for (int i = 0; i < 40; i++) {
                billions.putUnsigned(1_000_000_000);
            }
            byte[] much = Arrays.copyOf(billions.array(), billions.size());
            byte[] file = joined(List.of(pieces.getFirst(), new Piece(kind, much)));
            assertThatThrownBy(() -> read(file)).isInstanceOf(TraceFileException.class);
        }
    }

    /// Files of old versions have one packed body.
    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void broken_files_of_an_old_version_get_a_complaint_or_a_sound_trace(long seed)
            throws Exception {
        byte[] whole = Files.readAllBytes(OLD);
        byte[] packed =
                Arrays.copyOfRange(
                        whole, TraceFormat.HEAD_BYTES, whole.length - TraceFormat.CHECKSUM_BYTES);
        byte[] body = inflated(packed);
        var random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            byte[] forged =
                    switch (round % 3) {
                        case 0 -> sealed(deflated(broken(body, random)));
                        case 1 -> sealed(broken(packed, random));
                        default -> broken(whole, random);
                    };
            readOrRefuse(Files.write(folder.resolve("forged"), forged));
        }
    }

    private void read(byte[] bytes) throws Exception {
        TraceFile.read(Files.write(folder.resolve("forged"), bytes), MOST_BYTES, _ -> {});
    }

    private static void readOrRefuse(Path file) throws InterruptedException {
        try {
            Snapshot read = TraceFile.read(file, MOST_BYTES, _ -> {});
            for (LaneView lane : read.lanes()) {
                long sum = 0;
                for (int span = 0; span < lane.size(); span++) {
                    sum += lane.span(span).nanos();
                    read.stateOf(lane.span(span));
                    read.itemOf(lane.span(span));
                }
                assertThat(sum).isEqualTo(read.endNanos());
            }
        } catch (TraceFileException e) {
            assertThat(e).hasMessageStartingWith(file.toString());
        } catch (RuntimeException e) {
            fail("a broken file got through", e);
        }
    }

    private static byte[] broken(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            int at =
                    random.nextInt(
                            random.nextBoolean() ? bytes.length : Math.min(60, bytes.length));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) 0xFF;
                case 2 -> bytes[at] = (byte) random.nextInt(256);
                default -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length + 20));
            }
        }
        return bytes;
    }

    private byte[] bytesOf(Snapshot snapshot) throws IOException {
        Path file = folder.resolve("whole");
        TraceFile.write(snapshot, file);
        return Files.readAllBytes(file);
    }

    /// The unpacked content of a chunk.
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Piece(ChunkKind kind, byte[] bytes) {}

    private static List<Piece> piecesOf(byte[] whole) throws IOException {
        var pieces = new ArrayList<Piece>();
        ByteBuffer in = ByteBuffer.wrap(whole).position(TraceFormat.HEAD_BYTES);
        while (in.hasRemaining()) {
            ChunkKind kind = ChunkKind.of(in.get());
            byte[] packed = new byte[in.getInt()];
            in.position(in.position() + 3 * Integer.BYTES);
            in.get(packed);
            pieces.add(new Piece(Objects.requireNonNull(kind), inflated(packed)));
        }
        return pieces;
    }

    /// A file of such chunks with checksums that are right.
    private static byte[] joined(List<Piece> pieces) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var chunks = new ChunkWriter(file, Deflater.BEST_SPEED)) {
            for (Piece piece : pieces) {
                var content = new ByteSink();
                for (byte each : piece.bytes()) {
                    content.put(each);
                }
                chunks.write(piece.kind(), content);
            }
        }
        return file.toByteArray();
    }

    /// The same, but the last chunk lies about its length.
    private static byte[] joined(List<Piece> pieces, int said) throws IOException {
        byte[] before = joined(pieces.subList(0, pieces.size() - 1));
        ByteBuffer file = ByteBuffer.wrap(joined(pieces));
        int link = 0;
        int at = TraceFormat.HEAD_BYTES;
        while (at < before.length) {
            link = file.getInt(at + 13);
            at += TraceFormat.CHUNK_HEAD_BYTES + file.getInt(at + 1);
        }
        file.putInt(at + 5, said);
        byte[] head = Arrays.copyOfRange(file.array(), at, at + TraceFormat.CHUNK_HEAD_BYTES);
        return file.putInt(at + 13, Checksums.link(link, head)).array();
    }

    private static byte[] inflated(byte[] packed) throws IOException {
        try (var in =
                new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater(true))) {
            return in.readAllBytes();
        }
    }

    private static byte[] deflated(byte[] body) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, new Deflater(9, true))) {
            out.write(body);
        }
        return packed.toByteArray();
    }

    private static byte[] sealed(byte[] packedBody) {
        ByteBuffer file = ByteBuffer.allocate(packedBody.length + 14);
        file.put(TraceFormat.magic()).putShort((short) 4).put(packedBody);
        var checksum = new CRC32C();
        checksum.update(file.array(), 0, file.position());
        return file.putInt((int) checksum.getValue()).array();
    }
}

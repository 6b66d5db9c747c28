package dev.lanescope.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Files that somebody broke, by chance or on purpose.
class TraceFileFuzzTest {

    private static final long MOST_BYTES = 64 << 20;

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void broken_bytes_give_a_complaint_or_the_same_trace(long seed) throws Exception {
        Snapshot written = Traces.random(seed);
        byte[] whole = bytesOf(written);
        var random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            Path file = Files.write(folder.resolve("broken"), broken(whole, random));
            try {
                Snapshot read = TraceFile.read(file, MOST_BYTES);
                assertThat(TraceText.of(read)).isEqualTo(TraceText.of(written));
            } catch (TraceFileException e) {
                assertThat(e).hasMessageStartingWith(file.toString());
            }
        }
    }

    /// The checksum is right here, so whatever is wrong gets as far as it can.
    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void a_forged_checksum_gets_a_complaint_or_a_sound_trace(long seed) throws Exception {
        byte[] whole = bytesOf(Traces.random(seed));
        byte[] body = inflated(whole);
        var random = new Random(seed);
        for (int round = 0; round < 80; round++) {
            byte[] forged =
                    round % 2 == 0
                            ? sealed(deflated(broken(body, random)))
                            : sealed(broken(packedBody(whole), random));
            readOrRefuse(Files.write(folder.resolve("forged"), forged));
        }
    }

    /// A million lanes that say next to nothing would take 22 GB.
    @Test
    void a_small_file_that_unpacks_to_very_much_is_refused() throws Exception {
        LaneView lane = Traces.of("idle 10").lanes().get(0);
        int lanes = TraceFormat.MOST_LANES;
        var bomb =
                new Snapshot(
                        Traces.info(lanes, 0),
                        Collections.nCopies(lanes, lane),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        10,
                        true);
        Path file = folder.resolve("bomb");
        TraceFile.write(bomb, file);
        assertThat(Files.size(file)).isLessThan(100_000);
        assertThatThrownBy(() -> TraceFile.read(file, MOST_BYTES))
                .isInstanceOf(TraceFileException.class)
                .hasMessageContaining("is too big");
    }

    @Test
    void bytes_after_the_end_are_not_overlooked() throws Exception {
        byte[] whole = bytesOf(Traces.random(1));
        byte[] body = inflated(whole);
        byte[] longerBody = Arrays.copyOf(body, body.length + 1);
        byte[] longerFile = Arrays.copyOf(packedBody(whole), packedBody(whole).length + 1);
        for (byte[] forged : List.of(sealed(deflated(longerBody)), sealed(longerFile))) {
            Path file = Files.write(folder.resolve("longer"), forged);
            assertThatThrownBy(() -> TraceFile.read(file, MOST_BYTES))
                    .isInstanceOf(TraceFileException.class)
                    .hasMessageContaining("bytes follow after its");
        }
    }

    private static void readOrRefuse(Path file) {
        try {
            Snapshot read = TraceFile.read(file, MOST_BYTES);
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
        for (int i = 0; i < changes; i++) {
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

    private static byte[] packedBody(byte[] whole) {
        return Arrays.copyOfRange(
                whole, TraceFormat.HEAD_BYTES, whole.length - TraceFormat.CHECKSUM_BYTES);
    }

    private static byte[] inflated(byte[] whole) throws IOException {
        var packed = new ByteArrayInputStream(packedBody(whole));
        try (var in = new InflaterInputStream(packed, new Inflater(true))) {
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
        file.put(TraceFormat.magic()).putShort((short) TraceFormat.VERSION).put(packedBody);
        var checksum = new CRC32C();
        checksum.update(file.array(), 0, file.position());
        return file.putInt((int) checksum.getValue()).array();
    }
}

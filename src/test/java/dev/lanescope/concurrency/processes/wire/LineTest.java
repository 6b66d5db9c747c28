package dev.lanescope.concurrency.processes.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.concurrency.processes.wire.Message.Piece;
import dev.lanescope.concurrency.processes.wire.Message.Report;
import dev.lanescope.concurrency.processes.wire.Message.Work;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

/// What crosses between a parent and a child comes out as it went in, and what makes no sense comes
/// out as an error, whoever says it.
class LineTest {

    @TempDir private Path temp;

    private static final List<Message> EVERYTHING =
            List.of(
                    new Message.Setup(
                            "a.Kitchen",
                            Bytes.copyOf(new byte[] {1, 2, 3}),
                            Knobs.STANDARD.with(List.of(new Fault(Fault.Kind.HALT, 7))),
                            2,
                            "",
                            true),
                    new Message.Ping(),
                    work(),
                    new Message.Common(3, Bytes.copyOf(new byte[] {8})),
                    new Message.NothingLeft(),
                    new Message.End(),
                    new Message.Ready(),
                    new Message.Pong(Long.MIN_VALUE),
                    report(),
                    new Message.Aborted("the disk is full"));

    private static Work work() {
        return new Work(
                List.of(
                        new Piece(0, Piece.WHOLE, Bytes.NONE),
                        new Piece(9, 3, Bytes.copyOf(new byte[1000]))));
    }

    private static Report report() {
        return new Report(
                1,
                List.of(
                        new Event.Works(5, 6, 7, 2),
                        new Event.Done(7, Bytes.copyOf(new byte[] {4})),
                        new Event.Waits(8, -1, Waiting.ENCODING),
                        new Event.Failed(8, 1, Bytes.copyOf(new byte[] {9}))));
    }

    private static Line reading(byte[] bytes) {
        return new Line(new ByteArrayInputStream(bytes), new ByteArrayOutputStream(), () -> {});
    }

    private static byte[] written(Transport transport, Message... messages) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var line = new Line(InputStream.nullInputStream(), bytes, () -> {})) {
            line.carryBy(transport);
            for (Message message : messages) {
                line.send(message);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] form(Message message) throws IOException {
        return written(Transport.RECORDS, message);
    }

    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"RECORDS", "SERIALIZATION"})
    void every_message_comes_out_as_it_went_in(Transport transport) throws Exception {
        try (Line line = reading(written(transport, EVERYTHING.toArray(Message[]::new)))) {
            for (Message message : EVERYTHING) {
                assertThat(form(line.receive())).isEqualTo(form(message));
            }
            assertThatThrownBy(line::receive).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void shared_memory_carries_more_than_fits_into_it_at_once() throws Exception {
        Path file = temp.resolve("memory");
        var socket = new ByteArrayOutputStream();
        var parent = new Line(InputStream.nullInputStream(), socket, () -> {});
        parent.carryBy(SharedMemory.create(file), true);
        SharedMemory childs = SharedMemory.open(file);
        var random = new Random(4);
        long inline = 0;
        for (int round = 0; round < 200; round++) {
            socket.reset();
            var sent = new Work(List.of(new Piece(round, Piece.WHOLE, random(random, 300_000))));
            for (int copy = 0; copy < 1 + round % 20; copy++) {
                parent.send(sent);
            }
            inline += socket.size() > 100_000 ? 1 : 0;
            var child =
                    new Line(
                            new ByteArrayInputStream(socket.toByteArray()),
                            new ByteArrayOutputStream(),
                            () -> {});
            child.carryBy(childs, false);
            for (int copy = 0; copy < 1 + round % 20; copy++) {
                assertThat(form(child.receive())).isEqualTo(form(sent));
            }
        }
        assertThat(inline).as("what finds no room goes over the socket").isBetween(1L, 150L);
        parent.close();
        childs.close();
    }

    private static Bytes random(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return Bytes.copyOf(bytes);
    }

    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"RECORDS", "SERIALIZATION"})
    void whatever_a_child_says_is_a_message_or_an_error(Transport transport) throws Exception {
        byte[] sense = written(transport, EVERYTHING.toArray(Message[]::new));
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            byte[] nonsense = sense.clone();
            for (int change = random.nextInt(1, 6); change > 0; change--) {
                nonsense[random.nextInt(nonsense.length)] = (byte) random.nextInt();
            }
            nonsense = Arrays.copyOf(nonsense, random.nextInt(nonsense.length + 1));
            try (Line line = reading(nonsense)) {
                while (true) {
                    line.receive();
                }
            } catch (IOException expected) {
                // the only way to fail
            } catch (Throwable e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void an_announced_length_costs_nothing_until_the_bytes_come() {
        byte[] lie = ByteBuffer.allocate(9).put((byte) 'R').putInt(Line.LONGEST).array();
        assertThatThrownBy(() -> reading(lie).receive()).isInstanceOf(EOFException.class);
    }

    @Test
    void a_child_that_announces_too_much_is_not_listened_to() throws Exception {
        byte[] lie = ByteBuffer.allocate(9).put((byte) 'R').putInt((1 << 26) + 1).array();
        try (var line =
                Line.ofParent(
                        new ByteArrayInputStream(lie), new ByteArrayOutputStream(), () -> {})) {
            assertThatThrownBy(line::receive)
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("a message of 67108865 bytes");
        }
    }

    @Test
    void by_java_serialization_nothing_comes_in_but_our_own_messages() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new HashMap<>());
        }
        byte[] frame =
                ByteBuffer.allocate(5 + bytes.size())
                        .put((byte) 'S')
                        .putInt(bytes.size())
                        .put(bytes.toByteArray())
                        .array();
        assertThatThrownBy(() -> reading(frame).receive())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("REJECTED");
    }

    @Test
    void nobody_but_the_child_that_was_told_the_token_is_believed() {
        byte[] token = Greeting.newToken();
        var said = new ByteArrayOutputStream();
        var answer = new ByteArrayOutputStream();
        assertThatThrownBy(() ->
                        Greeting.ofChild(Greeting.newToken(), InputStream.nullInputStream(), said))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() ->
                        Greeting.ofParent(
                                token, new ByteArrayInputStream(said.toByteArray()), answer))
                .hasMessage("somebody else than the child has called");
        assertThat(answer.size()).isZero();
    }
}

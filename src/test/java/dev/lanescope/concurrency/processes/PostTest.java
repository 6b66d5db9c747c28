package dev.lanescope.concurrency.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Sums;
import dev.lanescope.concurrency.crossing.Job;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.concurrency.processes.wire.Bytes;
import dev.lanescope.concurrency.processes.wire.Event;
import dev.lanescope.concurrency.processes.wire.Greeting;
import dev.lanescope.concurrency.processes.wire.Line;
import dev.lanescope.concurrency.processes.wire.Message;
import dev.lanescope.concurrency.processes.wire.Message.Piece;
import dev.lanescope.concurrency.processes.wire.Message.Report;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What becomes of a run whose children, or whose own books, go wrong: it ends and says why.
class PostTest {

    private static final Knobs KNOBS = Knobs.STANDARD.with(Transport.SERIALIZATION);

    private @Nullable Company<Integer, Sums.Sum, Integer> crew;

    @AfterEach
    void end() {
        if (crew != null) {
            crew.alarms().end();
        }
    }

    /// Lets one post live to its end.
    private List<Outcome<Integer>> run(ProcessBuilder child, Watched watched) throws Exception {
        var recipe = new Sums().recipe();
        var ingredients = Bytes.copyOf(recipe.ingredients());
        var setup = new Message.Setup(recipe.kitchen(), ingredients, KNOBS, 1, "", false);
        var runner = new ItemRunner<>(new Sums(), KNOBS, new StopSignal());
        var company = new Company<>("liars", runner, watched, new Launch(setup, watched));
        crew = company;
        Batch<Integer, Integer> items = runner.begin(List.of(0, 1, 2));
        company.has(new Job<>(items, runner.workload(), KNOBS, 1));
        company.startsBy(child);
        var post = new Post<>(company, 0, 1, 0);
        post.start();
        Thread.startVirtualThread(() -> {
            try {
                items.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            post.end(Duration.ZERO);
        });
        post.join();
        return runner.outcomes(items);
    }

    @ParameterizedTest
    @EnumSource
    void a_child_that_talks_nonsense_costs_the_items_it_was_given_and_not_the_run(Lie lie)
            throws Exception {
        var program = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("java.class.path");
        var liar =
                new ProcessBuilder(
                        program, "-classpath", classPath, Liar.class.getName(), lie.name());
        assertThat(run(liar.redirectErrorStream(true), new Watched()))
                .hasSize(3)
                .hasOnlyElementsOfType(Outcome.Failed.class);
    }

    @Test
    void a_post_that_can_no_longer_listen_ends_the_run_with_a_sentence() throws Exception {
        var noMemory =
                new Watched() {
                    @Override
                    void at(int lane, int item) {
                        throw new OutOfMemoryError("a test says so");
                    }
                };
        var command = JavaCommand.forWorkers(0, true).worker(Optional.empty());
        assertThatThrownBy(() -> run(command, noMemory))
                .isInstanceOf(RunAborted.class)
                .hasMessageContaining("a test says so");
        assertThat(noMemory.done).isEmpty();
    }

    /// What no child of ours would say.
    enum Lie {
        A_PIECE_AMONG_EVENTS,
        A_RESULT_OF_NO_BYTES,
        A_THREAD_BEFORE_THE_FIRST
    }

    @SuppressWarnings({"unchecked", "rawtypes", "NullAway"}) // a lie needs no types
    private static Report report(Lie lie, Message.Work work) {
        return switch (lie) {
            case A_PIECE_AMONG_EVENTS ->
                    new Report(0, (List) List.of(new Piece(0, Piece.WHOLE, Bytes.NONE)));
            case A_RESULT_OF_NO_BYTES ->
                    new Report(
                            0,
                            work.pieces().stream()
                                    .<Event>map(piece -> new Event.Done(piece.number(), null))
                                    .toList());
            case A_THREAD_BEFORE_THE_FIRST -> new Report(-1, List.of());
        };
    }

    /// A child that is set up like any other, and lies as soon as it is given work.
    static final class Liar {
        public static void main(String[] args) throws Exception {
            var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            var place = UnixDomainSocketAddress.of(told.readLine());
            byte[] token = HexFormat.of().parseHex(told.readLine());
            try (var socket = SocketChannel.open(place)) {
                var in = Channels.newInputStream(socket);
                var out = Channels.newOutputStream(socket);
                Greeting.ofChild(token, in, out);
                var line = new Line(in, out, socket);
                line.carryBy(Transport.SERIALIZATION);
                while (true) {
                    switch (line.receive()) {
                        case Message.Setup _ -> line.send(new Message.Ready());
                        case Message.Ping() -> line.send(new Message.Pong(0));
                        case Message.Work work -> line.send(report(Lie.valueOf(args[0]), work));
                        default -> {}
                    }
                }
            }
        }
    }
}

package dev.lanescope.concurrency.processes;

import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.crossing.ClockMatch;
import dev.lanescope.concurrency.crossing.PrivateFolder;
import dev.lanescope.concurrency.kit.Life;
import dev.lanescope.concurrency.kit.Life.Phase;
import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.concurrency.processes.wire.Greeting;
import dev.lanescope.concurrency.processes.wire.Line;
import dev.lanescope.concurrency.processes.wire.Message;
import dev.lanescope.concurrency.processes.wire.SharedMemory;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.function.Consumer;

/// How a child comes into the world: a private folder with a socket, the process, its call, its
/// setup. The folder is gone when the child answers.
///
/// @param setup what it is told to do
/// @param observer has our clock
record Launch(Message.Setup setup, Observer observer) {

    /// Starts a child and waits until it is ready. Whoever kills the process ends the waiting.
    ///
    /// @param threads how many it is to have
    /// @param name for the thread that reads what it prints
    /// @param born told of the process at once
    /// @throws IOException if it cannot be started or does not answer; nothing is left of it then
    Child start(ProcessBuilder command, int threads, String name, Consumer<Process> born)
            throws IOException, InterruptedException {
        try (var folder = PrivateFolder.make();
                var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            Path memory = folder.path().resolve("m");
            var place = UnixDomainSocketAddress.of(folder.path().resolve("s"));
            server.bind(place);
            var life = new Life(observer::nanos);
            Process process = command.start();
            var _ = life.to(Phase.INIT);
            Family.born(process);
            born.accept(process);
            var _ =
                    process.onExit()
                            .thenRun(() -> close(server)); // who waits for its call need not
            var output = new Output(process.getInputStream(), name);
            try {
                return greet(process, output, server, place, sharing(threads, memory), life);
            } catch (IOException e) {
                process.destroyForcibly();
                int exit = Child.end(process, output);
                String reason = output.reason();
                throw new IOException(
                        reason.isEmpty() ? "it ended with exit code " + exit : reason, e);
            }
        }
    }

    private static void close(ServerSocketChannel server) {
        try {
            server.close();
        } catch (IOException _) {
            // it is closed then
        }
    }

    private Child greet(
            Process process,
            Output output,
            ServerSocketChannel server,
            UnixDomainSocketAddress place,
            Message.Setup told,
            Life life)
            throws IOException {
        byte[] token = Greeting.newToken();
        try (var stdin = process.getOutputStream()) {
            String secret = place.getPath() + "\n" + HexFormat.of().formatHex(token) + "\n";
            stdin.write(secret.getBytes(StandardCharsets.UTF_8));
        }
        SocketChannel socket = server.accept();
        var in = Channels.newInputStream(socket);
        var out = Channels.newOutputStream(socket);
        var line = Line.ofParent(in, out, socket);
        try {
            Greeting.ofParent(token, in, out);
            line.carryBy(setup.knobs().transport());
            if (!told.memory().isEmpty()) {
                line.carryBy(SharedMemory.create(Path.of(told.memory())), true);
            }
            line.send(told);
            if (!(line.receive() instanceof Message.Ready)) {
                throw new IOException("a child that was set up said something else");
            }
            var clock = ClockMatch.measure(() -> ask(line), observer);
            var _ = life.to(Phase.WARM);
            return new Child(process, line, output, clock, life);
        } catch (IOException e) {
            line.close();
            throw e;
        }
    }

    private static long ask(Line line) throws IOException {
        line.send(new Message.Ping());
        if (line.receive() instanceof Message.Pong(long childNanos)) {
            return childNanos;
        }
        throw new IOException("a child that was asked for the time said something else");
    }

    private Message.Setup sharing(int threads, Path memory) {
        return new Message.Setup(
                setup.kitchen(),
                setup.ingredients(),
                setup.knobs(),
                threads,
                setup.knobs().transport() == Transport.SHARED_MEMORY ? memory.toString() : "",
                setup.rehearsal());
    }
}

package dev.lanescope.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What two threads in one JVM reach of what two JVMs reach, each of which renders half of the
/// pages: the machine's own ceiling. All three JVMs live through the whole benchmark and are warmed
/// up until their compilers are quiet; then they take turns, a window of time each.
///
/// `mvn -q test-compile exec:exec@ceiling-bench -Dlanescope.bench.content=FOLDER
/// -Dlanescope.bench.rounds=20 -Dlanescope.bench.output=/dev/shm`
final class Ceiling implements AutoCloseable {

    private static final double WINDOW_SECONDS = 3;
    private static final double QUIET_SHARE = 0.02;

    private final Server first;
    private final Server second;
    private final Server both;
    private double busiest; // the compiler's share of a core since it was last set to 0

    private Ceiling(Path content, Path output) throws IOException {
        first = new Server(content, output.resolve("first"), 0, 2);
        second = new Server(content, output.resolve("second"), 1, 2);
        both = new Server(content, output.resolve("both"), 0, 1);
    }

    public static void main(String[] args) throws Exception {
        for (Path content : Sites.folders()) {
            Path output = Sites.newOutput();
            try (var ceiling = new Ceiling(content, output)) {
                ceiling.measure(content);
            } finally {
                Sites.delete(output);
            }
        }
    }

    private void measure(Path content) throws Exception {
        double atMost = Double.parseDouble(System.getProperty("lanescope.bench.warmup", "120"));
        long begun = System.nanoTime();
        int quiet = 0;
        while (quiet < 2 && System.nanoTime() - begun < atMost * 1e9) {
            busiest = 0;
            twoProcesses();
            oneProcess(2);
            quiet = busiest < QUIET_SHARE ? quiet + 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%s: compilers %s after %.0f s of warm-up (%.1f %% of a core)%n",
                content,
                quiet >= 2 ? "quiet" : "STILL BUSY",
                (System.nanoTime() - begun) / 1e9,
                busiest * 100);
        int rounds = Integer.getInteger("lanescope.bench.rounds", 20);
        busiest = 0;
        Rounds taken =
                Rounds.take(
                        rounds,
                        List.of(
                                this::twoProcesses,
                                () -> oneProcess(2),
                                () -> oneProcess(2),
                                () -> oneProcess(1)));
        print("two processes, one thread each", taken, 0);
        print("one process, two threads", taken, 1);
        print("one process, one thread", taken, 3);
        // Costs are seconds a page, so the ratio of speeds is the other way round.
        System.out.println(
                "  two threads over themselves:   " + taken.ratio(1, 2, Cost::wallSeconds));
        System.out.println(
                "  two threads over two processes: " + taken.ratio(0, 1, Cost::wallSeconds));
        System.out.println(
                "  two threads over one:           " + taken.ratio(3, 1, Cost::wallSeconds));
        System.out.printf(
                Locale.ROOT,
                "  the busiest compiler meanwhile: %.1f %% of a core (%s)%n",
                busiest * 100,
                CompilerTime.says());
    }

    private static void print(String what, Rounds taken, int thing) {
        System.out.printf(
                Locale.ROOT,
                "  %-31s %s pages/s%n",
                what,
                taken.figure(thing, cost -> 1 / cost.wallSeconds()).withQuartiles("%,.0f"));
    }

    private Cost twoProcesses() throws IOException {
        first.ask(1);
        second.ask(1);
        return new Cost(1 / (first.answer() + second.answer()), 0);
    }

    private Cost oneProcess(int threads) throws IOException {
        both.ask(threads);
        return new Cost(1 / both.answer(), 0);
    }

    @Override
    public void close() {
        for (Server server : List.of(first, second, both)) {
            server.close();
        }
    }

    /// A [RenderServer] in a process of its own.
    private final class Server {

        private final Process process;
        private final PrintStream requests;
        private final BufferedReader answers;

        Server(Path content, Path output, int share, int shares) throws IOException {
            var command = new ArrayList<>(Forks.command(RenderServer.class));
            command.addAll(
                    List.of(
                            content.toString(),
                            output.toString(),
                            String.valueOf(share),
                            String.valueOf(shares)));
            Files.createDirectories(output);
            process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
            answers = process.inputReader(StandardCharsets.UTF_8);
        }

        void ask(int threads) {
            requests.println(WINDOW_SECONDS + " " + threads);
        }

        /// Pages a second.
        double answer() throws IOException {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("a rendering process has ended");
            }
            String[] figures = line.split(" ", 2);
            busiest = Math.max(busiest, Double.parseDouble(figures[1]));
            return Double.parseDouble(figures[0]);
        }

        void close() {
            requests.close();
            process.onExit().join();
        }
    }
}

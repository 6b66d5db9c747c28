package dev.lanescope.concurrency.processes;

import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.processes.wire.Event;
import dev.lanescope.concurrency.processes.wire.Line;
import dev.lanescope.concurrency.processes.wire.Message;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A process that makes a [TrainedCache]: it has one child do real work without writing anything,
/// lets the JVM of that child write down what it has learned, and puts the file into its place when
/// it is whole. It ends in any case after two minutes.
final class Trainer {

    /// The file beside the cache that says what to do.
    static final String LESSON = ".lesson";

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Trainer() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path cache = Path.of(args[0]);
        Path lesson = Path.of(cache + LESSON);
        Path unfinished = Path.of(cache + ".new");
        var alarms = new Alarms("trainer-alarm");
        var _ = alarms.after(LONGEST, () -> System.exit(1));
        try (var in = Files.newInputStream(lesson);
                var told = new Line(in, OutputStream.nullOutputStream(), () -> {})) {
            if (told.receive() instanceof Message.Setup setup
                    && told.receive() instanceof Message.Work work) {
                train(setup, work, unfinished);
                Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
                TrainedCache.deleteOthers(cache);
            }
        } finally {
            Files.deleteIfExists(lesson);
            Files.deleteIfExists(unfinished);
            Files.deleteIfExists(Path.of(unfinished + ".config"));
            alarms.end();
        }
    }

    private static void train(Message.Setup setup, Message.Work work, Path output)
            throws IOException, InterruptedException {
        var rehearsal =
                new Message.Setup(
                        setup.kitchen(), setup.ingredients(), Knobs.STANDARD, 1, "", true);
        var command = JavaCommand.forWorkers(setup.ingredients().size(), false);
        Child child =
                new Launch(rehearsal, Observer.nobody())
                        .start(command.workerThatLeaves(output), 1, "trained", _ -> {});
        child.line().send(work);
        child.line().send(new Message.NothingLeft());
        for (int open = work.pieces().size(); open > 0; ) {
            if (child.line().receive() instanceof Message.Report report) {
                open -= (int) report.events().stream().filter(Trainer::isOutcome).count();
            }
        }
        child.line().send(new Message.End());
        child.process().waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
        child.bury();
    }

    private static boolean isOutcome(Event event) {
        return event instanceof Event.Done || event instanceof Event.Failed;
    }
}

package dev.lanescope.concurrency.processes.child;

import dev.lanescope.concurrency.Recipe;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.crossing.PieceRunner;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.processes.wire.Line;
import dev.lanescope.concurrency.processes.wire.Message;
import dev.lanescope.concurrency.processes.wire.SharedMemory;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The life of a child, as its main thread leads it: it listens to the parent until the line ends,
/// and never does a page itself. So the child ends with its parent even if all its pages hang.
final class Life {

    /// What has happened is reported at least this often, so that the parent knows what is under
    /// way when a page hangs or kills.
    private static final long REPORT_MILLIS = 40;

    /// How long Ctrl-C, which the terminal sends to children too, leaves the parent to end it.
    private static final long PATIENCE_MILLIS = 700;

    private final Line line;
    private final StopSignal stop = new StopSignal();
    private final Inbox inbox = new Inbox();
    private @Nullable PieceRunner<?, ?, ?> pieces;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Desk<?, ?, ?>> desks = new ArrayList<>();
    private @Nullable ScheduledExecutorService ticker;
    private Recipe.@Nullable Kitchen clock;
    private boolean rehearsal;

    Life(Line line) {
        this.line = line;
    }

    /// Returns when the child is to end.
    @SuppressWarnings("CatchAndPrintStackTrace") // stderr is what the parent reads
    void live() {
        int exit = 1;
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::holdOut, "hold-out"));
            if (line.receive() instanceof Message.Setup setup) {
                begin(setup);
            }
            listen();
            exit = stop.requested() ? 0 : 1;
        } catch (Throwable e) { // whatever it is, this JVM is of no use any more
            e.printStackTrace();
        }
        over.countDown();
        if (!rehearsal) { // which ends as JVMs do that write down what they have seen
            Runtime.getRuntime().halt(exit);
        }
    }

    private void listen() {
        try {
            while (true) {
                hear(line.receive());
            }
        } catch (IOException _) {
            // the line has ended
        }
    }

    /// Not if a page has called for the end: then it is this process alone that ends.
    private void holdOut() {
        if (desks.stream().anyMatch(Desk::callsExit)) {
            return;
        }
        try {
            over.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(Message.Setup setup) throws Exception {
        Recipe.Kitchen kitchen =
                Class.forName(setup.kitchen())
                        .asSubclass(Recipe.Kitchen.class)
                        .getConstructor()
                        .newInstance();
        clock = kitchen;
        rehearsal = setup.rehearsal();
        line.carryBy(setup.knobs().transport());
        if (!setup.memory().isEmpty()) {
            line.carryBy(SharedMemory.open(Path.of(setup.memory())), false);
        }
        seat(kitchen.cook(setup.ingredients().toArray()), kitchen, setup);
        line.send(new Message.Ready());
    }

    private <I, D, R> void seat(
            Workload<I, D, R> real, Recipe.Kitchen kitchen, Message.Setup setup) {
        Workload<I, D, R> work = rehearsal ? new Rehearsal<>(real) : real;
        var runner = new PieceRunner<>(new ItemRunner<>(work, setup.knobs(), stop));
        pieces = runner;
        ticker =
                Executors.newSingleThreadScheduledExecutor(
                        tick -> Thread.ofPlatform().daemon().name("reports").unstarted(tick));
        for (int number = 0; number < setup.threads(); number++) {
            var log = new Log(number, line, kitchen);
            var desk = new Desk<>(runner, inbox, log, this::aborted);
            desks.add(desk);
            var _ =
                    ticker.scheduleWithFixedDelay(
                            log::flush, REPORT_MILLIS, REPORT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void aborted(RunAborted cause) {
        try {
            line.send(new Message.Aborted(String.valueOf(cause.getMessage())));
        } catch (IOException _) {
            // the parent is gone, and so is the child in a moment
        }
    }

    private void hear(Message message) throws IOException {
        if (!(message instanceof Message.Ping) && desks.getFirst().getState() == Thread.State.NEW) {
            desks.forEach(Thread::start); // not earlier: who answers pings shall do nothing else
        }
        switch (message) {
            case Message.Ping() -> line.send(new Message.Pong(clock == null ? 0 : clock.nanos()));
            case Message.Common common -> Objects.requireNonNull(pieces).put(common);
            case Message.Work work -> inbox.put(work);
            case Message.NothingLeft() -> inbox.nothingLeft();
            case Message.End() -> {
                stop.request(); // before the line can end
                Thread.ofPlatform().daemon().name("end").start(this::end);
            }
            default -> throw new IOException("not to be said to a child: " + message);
        }
    }

    /// Lets every thread come to the end of its stage, and goes.
    private void end() {
        inbox.end();
        try {
            for (Desk<?, ?, ?> desk : desks) {
                desk.join();
            }
            if (ticker != null) {
                ticker.close(); // a JVM that writes its cache wants silence
            }
            line.close();
        } catch (InterruptedException | IOException e) {
            Runtime.getRuntime().halt(1);
        }
    }
}

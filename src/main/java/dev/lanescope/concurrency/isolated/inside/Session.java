package dev.lanescope.concurrency.isolated.inside;

import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Recipe;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.crossing.PieceRunner;
import dev.lanescope.concurrency.kit.Gate;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.kit.Seat;
import dev.lanescope.concurrency.processes.wire.Event;
import dev.lanescope.concurrency.processes.wire.Message;
import dev.lanescope.concurrency.processes.wire.Message.Piece;
import dev.lanescope.concurrency.processes.wire.Records;
import dev.lanescope.concurrency.threads.InterpreterLock;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// What an interpreter does in one run. Made and used from the outside by reflection, on the
/// interpreter's own threads.
public final class Session {

    private final StopSignal stop = new StopSignal();
    private final PieceRunner<?, ?, ?> pieces;
    private final @Nullable InterpreterLock lock;

    /// Builds the workload.
    ///
    /// @param setup the byte form of a [Message.Setup]
    /// @param switchNanos how long a thread may keep the lock that the threads of this interpreter
    ///   share; 0 if they share none
    public Session(byte[] setup, long switchNanos) throws Exception {
        if (!(Records.message(setup) instanceof Message.Setup what)) {
            throw new IOException("not what a session begins with");
        }
        Recipe.Kitchen kitchen =
                Class.forName(what.kitchen())
                        .asSubclass(Recipe.Kitchen.class)
                        .getConstructor()
                        .newInstance();
        pieces = runner(kitchen.cook(what.ingredients().toArray()), what);
        lock =
                switchNanos == 0
                        ? null
                        : new InterpreterLock(Duration.ofNanos(switchNanos), Observer.nobody());
    }

    private <I, D, R> PieceRunner<I, D, R> runner(Workload<I, D, R> work, Message.Setup setup) {
        return new PieceRunner<>(new ItemRunner<>(work, setup.knobs(), stop));
    }

    /// Does what it is given until it is given nothing more.
    ///
    /// @param thread its number in this interpreter, from 0
    /// @param messages the byte forms of work and of what that has in common; null at the end
    /// @param words is told what the thread does, in [LaneWord]s
    /// @param reports is told what became of items, in byte forms
    public void work(
            int thread,
            Supplier<byte @Nullable []> messages,
            LongConsumer words,
            Consumer<byte[]> reports)
            throws IOException {
        try {
            work(pieces, thread, messages, new InsideLane(words), reports);
        } catch (RunAborted e) {
            String sentence = String.valueOf(e.getMessage());
            reports.accept(Records.bytes(new Message.Aborted(sentence)));
        }
    }

    private <I, D, R> void work(
            PieceRunner<I, D, R> runner,
            int thread,
            Supplier<byte @Nullable []> messages,
            InsideLane lane,
            Consumer<byte[]> reports)
            throws IOException, RunAborted {
        Gate gate = lock == null ? Gate.OPEN : lock.gate(thread);
        Seat<D> seat = runner.runner().seat(lane, gate);
        runner.runner().check();
        for (byte[] next = messages.get(); next != null; next = messages.get()) {
            switch (Records.message(next)) {
                case Message.Common common -> runner.put(common);
                case Message.Work(List<Piece> batch) -> {
                    for (Piece piece : batch) {
                        if (stop.requested()) {
                            return;
                        }
                        @Nullable Event outcome = runner.take(piece, seat);
                        if (outcome != null) {
                            report(thread, outcome, reports);
                        }
                        if (!stop.requested()) {
                            Thread.interrupted(); // a page's own doing, and over with it
                        }
                    }
                }
                case Message other -> throw new IOException("not for a session: " + other);
            }
        }
    }

    private static void report(int thread, Event outcome, Consumer<byte[]> reports)
            throws IOException {
        reports.accept(Records.bytes(new Message.Report(thread, List.of(outcome))));
    }

    /// Lets every thread come to the end of its stage. Called by any thread.
    public void stop() {
        stop.request();
    }
}

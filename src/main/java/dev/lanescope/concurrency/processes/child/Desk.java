package dev.lanescope.concurrency.processes.child;

import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.crossing.PieceRunner;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.kit.Seat;
import dev.lanescope.concurrency.processes.wire.Event;
import dev.lanescope.concurrency.processes.wire.Message.Piece;
import dev.lanescope.concurrency.processes.wire.Message.Work;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.function.Consumer;

/// A thread of a child, which does items: takes a batch, does it, and reports.
final class Desk<I, D, R> extends Thread {

    private final PieceRunner<I, D, R> pieces;
    private final ItemRunner<I, D, R> runner;
    private final Inbox inbox;
    private final Log log;
    private final Consumer<RunAborted> aborted;

    Desk(PieceRunner<I, D, R> pieces, Inbox inbox, Log log, Consumer<RunAborted> aborted) {
        super("worker");
        setDaemon(true);
        this.pieces = pieces;
        this.runner = pieces.runner();
        this.inbox = inbox;
        this.log = log;
        this.aborted = aborted;
    }

    @Override
    public void run() {
        try {
            work();
        } catch (RunAborted e) {
            aborted.accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.flush();
    }

    /// Whether it is in the middle of `System.exit`.
    boolean callsExit() {
        return Arrays.stream(getStackTrace())
                .anyMatch(frame ->
                        frame.getClassName().equals(Runtime.class.getName())
                                && frame.getMethodName().equals("exit"));
    }

    private void work() throws RunAborted, InterruptedException {
        Seat<D> seat = runner.seat(log);
        runner.check();
        for (Work work = inbox.take(log); work != null; work = inbox.take(log)) {
            for (Piece piece : work.pieces()) {
                if (runner.stop().requested()) {
                    return;
                }
                @Nullable Event outcome = pieces.take(piece, seat);
                if (outcome != null) {
                    log.came(outcome);
                }
                Thread.interrupted(); // whatever a page did to its thread is over with it
            }
            log.waits(Waiting.FOR_CHANNEL); // the parent may be slow to read
            log.flush();
        }
    }
}

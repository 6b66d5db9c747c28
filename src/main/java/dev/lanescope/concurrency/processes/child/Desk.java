package dev.lanescope.concurrency.processes.child;

import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.kit.Seat;
import dev.lanescope.concurrency.processes.wire.Bytes;
import dev.lanescope.concurrency.processes.wire.Event;
import dev.lanescope.concurrency.processes.wire.Message.Piece;
import dev.lanescope.concurrency.processes.wire.Message.Work;

import java.io.IOException;
import java.util.function.Consumer;

/// A thread of a child, which does items: unpacks a batch, does it, and reports.
final class Desk<I, D, R> extends Thread {

    private final ItemRunner<I, D, R> runner;
    private final Inbox inbox;
    private final Commons commons;
    private final Log log;
    private final Consumer<RunAborted> aborted;

    Desk(
            ItemRunner<I, D, R> runner,
            Inbox inbox,
            Commons commons,
            Log log,
            Consumer<RunAborted> aborted) {
        super("worker");
        setDaemon(true);
        this.runner = runner;
        this.inbox = inbox;
        this.commons = commons;
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

    private void work() throws RunAborted, InterruptedException {
        Seat<D> seat = runner.seat(log);
        runner.check();
        for (Work work = inbox.take(log); work != null; work = inbox.take(log)) {
            for (Piece piece : work.pieces()) {
                if (runner.stop().requested()) {
                    return;
                }
                take(piece, seat);
                Thread.interrupted(); // whatever a page did to its thread is over with it
            }
            log.waits(Waiting.FOR_CHANNEL); // the parent may be slow to read
            log.flush();
        }
    }

    private void take(Piece piece, Seat<D> seat) throws RunAborted {
        log.waits(Waiting.DECODING);
        int number = piece.number();
        I item;
        try {
            item = commons.item(piece, runner.workload());
        } catch (IOException e) {
            log.failed(number, 0, e);
            log.came(new Event.Failed(number, 0, failure(e)));
            return;
        }
        Batch<I, R> one = runner.alone(item, number);
        runner.perform(one, 0, seat);
        switch (runner.outcomes(one).getFirst()) {
            case Outcome.Done<R>(R result) -> log.came(done(number, result));
            case Outcome.Failed<R>(int stage, Throwable cause) ->
                    log.came(new Event.Failed(number, stage, failure(cause)));
            case Outcome.NotDone<R>() -> {}
        }
    }

    private Event done(int number, R result) {
        try {
            return new Event.Done(number, Bytes.of(result, runner.workload().resultForm()));
        } catch (IOException | RuntimeException e) {
            return new Event.Failed(number, 0, failure(e));
        }
    }

    /// A reason that cannot be written in the workload's own form is written in the common one.
    private Bytes failure(Throwable cause) {
        try {
            return Bytes.of(cause, runner.workload().failureForm());
        } catch (IOException | RuntimeException e) {
            return failure(new IOException("its reason could not be told: " + e));
        }
    }
}

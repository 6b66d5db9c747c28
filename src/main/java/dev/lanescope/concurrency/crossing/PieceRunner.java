package dev.lanescope.concurrency.crossing;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.kit.Seat;
import dev.lanescope.concurrency.processes.wire.Bytes;
import dev.lanescope.concurrency.processes.wire.Event;
import dev.lanescope.concurrency.processes.wire.Message;
import dev.lanescope.concurrency.processes.wire.Message.Piece;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// Does items that came as bytes, and says as bytes what became of them.
public final class PieceRunner<I, D, R> {

    private final ItemRunner<I, D, R> runner;
    private final Commons commons = new Commons();

    public PieceRunner(ItemRunner<I, D, R> runner) {
        this.runner = runner;
    }

    public ItemRunner<I, D, R> runner() {
        return runner;
    }

    /// What the items that follow have in common.
    public void put(Message.Common common) {
        commons.put(common);
    }

    /// Unpacks one item, does it, and packs what became of it.
    ///
    /// @return null if a stop came between
    public @Nullable Event take(Piece piece, Seat<D> seat) throws RunAborted {
        LaneObserver lane = seat.lane();
        lane.waits(Waiting.DECODING);
        int number = piece.number();
        I item;
        try {
            item = commons.item(piece, runner.workload());
        } catch (IOException e) {
            lane.failed(number, 0, e);
            return new Event.Failed(number, 0, failure(e));
        }
        Batch<I, R> one = runner.alone(item, number);
        runner.perform(one, 0, seat);
        return switch (runner.outcomes(one).getFirst()) {
            case Outcome.Done<R>(R result) -> done(number, result);
            case Outcome.Failed<R>(int stage, Throwable cause) ->
                    new Event.Failed(number, stage, failure(cause));
            case Outcome.NotDone<R>() -> null;
        };
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
            return untold(new IOException("its reason could not be told: " + e));
        }
    }

    private Bytes untold(IOException why) {
        try {
            return Bytes.of(why, runner.workload().failureForm());
        } catch (IOException | RuntimeException _) {
            return Bytes.NONE; // which the other side will say that it cannot read
        }
    }
}

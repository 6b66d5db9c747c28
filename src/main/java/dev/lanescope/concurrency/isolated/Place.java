package dev.lanescope.concurrency.isolated;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.crossing.Packing;
import dev.lanescope.concurrency.crossing.Traffic;
import dev.lanescope.concurrency.isolated.inside.LaneWord;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.kit.Seat;
import dev.lanescope.concurrency.processes.wire.Bytes;
import dev.lanescope.concurrency.processes.wire.Event;
import dev.lanescope.concurrency.processes.wire.Message;
import dev.lanescope.concurrency.processes.wire.Message.Piece;
import dev.lanescope.concurrency.processes.wire.Records;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// What one thread of an interpreter does in one run, as far as it does it on this side: it begins
/// its lane, packs what it takes inside, and unpacks what it brings out. Whether an item takes too
/// long is seen from here, by what the thread says of itself.
final class Place<I, R> implements Runnable {

    /// What all places of a crew have in common.
    record Common<I, R>(
            ItemRunner<I, ?, R> runner,
            Observer observer,
            Board<I, R> board,
            Packing<I, ?> packing,
            Traffic traffic,
            Consumer<Stay> giveUp) {

        Workload<I, ?, R> work() {
            return runner.workload();
        }
    }

    private static final int NOTHING = -1;

    private final Common<I, R> crew;
    private final Stay stay;
    private final int thread;
    private final int number;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean starting = new AtomicBoolean();
    private LaneObserver lane = LaneObserver.NOBODY;
    private @Nullable Seat<?> seat;
    private int watched = NOTHING;
    private volatile int stage;
    private volatile boolean lost;
    private final AtomicReference<Board.@Nullable Portion<I, R>> underWay = new AtomicReference<>();
    private byte @Nullable [] held;
    private int sentCommon = Piece.WHOLE;
    private long received;

    /// @param thread its number in the interpreter, from 0
    /// @param number its number in the crew, and that of its lane
    Place(Common<I, R> crew, Stay stay, int thread, int number) {
        this.crew = crew;
        this.stay = stay;
        this.thread = thread;
        this.number = number;
    }

    Stay stay() {
        return stay;
    }

    void start() {
        starting.set(true);
        crew.runner().starts(1);
        stay.interpreter().thread(thread).execute(this);
    }

    /// Wakes the thread if it sleeps in the middle of an item.
    void wake() {
        stay.interpreter().thread(thread).interrupt(this);
    }

    @Override
    public void run() {
        try {
            begins(crew.observer().workerBegins(number));
            if (!stay.isGivenUp() && !crew.runner().stop().requested()) {
                stay.door().work(thread, this::next, this::told, this::hear);
            }
        } catch (RunAborted e) {
            crew.runner().abort(e);
        } catch (InterruptedException _) {
            crew.runner().stop().request();
        } catch (RuntimeException | Error e) {
            crew.runner().abort(new RunAborted("an interpreter failed: " + e, e));
        } finally {
            started();
            leaves();
            over.countDown();
        }
    }

    private void started() {
        if (starting.getAndSet(false)) {
            crew.runner().starts(-1);
        }
    }

    private synchronized void begins(LaneObserver begun) {
        Seat<?> mine = crew.runner().seatForTransfers(begun);
        seat = mine;
        lane = mine.lane();
        lane.waits(Waiting.STARTING);
    }

    private void told(long word) {
        started();
        crew.runner().sign();
        Seat<?> mine = seat;
        if (mine != null && LaneWord.works(word)) {
            stage = LaneWord.stage(word);
            watch(LaneWord.item(word), mine);
            mine.resume();
        } else if (mine != null && LaneWord.isForLock(word)) {
            mine.pause();
        }
        say(word);
    }

    private synchronized void say(long word) {
        LaneWord.say(word, lane);
    }

    private void watch(int item, Seat<?> mine) {
        Board.Portion<I, R> now = underWay.get();
        if (now != null && item != watched) {
            watched = item;
            mine.ifItHangs(() -> {
                lost = true;
                crew.giveUp().accept(stay);
                giveBack();
            });
            crew.runner().watch(now.batch(), item - first(now), () -> stage, mine);
        }
    }

    /// The thread is no longer at the item that it was at last.
    private void comesBack() {
        Seat<?> mine = seat;
        if (mine != null) {
            crew.runner().comesBack(mine);
        }
        watched = NOTHING;
    }

    /// What it has taken and has not done is for others.
    private void giveBack() {
        Board.Portion<I, R> now = underWay.getAndSet(null);
        if (now != null) {
            Batch<I, R> batch = now.batch();
            List<Integer> rest =
                    now.items().stream().filter(item -> !batch.isSettled(item)).toList();
            crew.board().giveBack(batch, rest);
        }
    }

    /// Out of an interpreter that was given up it goes before its time, and its lane does not end.
    private void leaves() {
        comesBack();
        if (!stay.isGivenUp()) {
            ends();
            return;
        }
        waits(Waiting.HANGING);
        if (lost && seat != null) {
            seat.isLost();
        }
        giveBack();
    }

    /// The run is over, and whoever has left already has nothing more to say.
    void endsAtLast() {
        if (over.getCount() == 0) {
            ends();
        }
    }

    private synchronized void waits(Waiting what) {
        lane.waits(what);
    }

    private synchronized void ends() {
        lane.ends();
        lane = LaneObserver.NOBODY;
    }

    /// Whether the thread has come back, waited for.
    boolean isOver(Duration atMost) throws InterruptedException {
        return over.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Nobody waits for the thread any longer, and it has no say from now on.
    synchronized void writeOff() {
        lane.waits(Waiting.HANGING);
        ends();
    }

    /// The next message for the session; null at the end.
    private byte @Nullable [] next() {
        byte[] next = held;
        if (next == null) {
            comesBack();
            if (stay.isGivenUp()) {
                return null;
            }
            settleRest();
            next = pack();
        } else {
            held = null;
        }
        crew.traffic().add(next == null ? 0 : next.length, received);
        received = 0;
        return next;
    }

    private byte @Nullable [] pack() {
        try {
            List<Piece> pieces = List.of();
            while (pieces.isEmpty()) {
                Board.Portion<I, R> taken = crew.board().take(number, this::waits);
                underWay.set(taken);
                if (taken == null) {
                    return null;
                }
                waits(Waiting.ENCODING);
                pieces = pieces(taken);
            }
            byte[] work = Records.bytes(new Message.Work(pieces));
            Message.Common common = crew.packing().common();
            if (common.id() == sentCommon) {
                return work;
            }
            sentCommon = common.id();
            held = work;
            return Records.bytes(common);
        } catch (InterruptedException _) { // the stop
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Piece> pieces(Board.Portion<I, R> portion) {
        List<Piece> pieces = new ArrayList<>();
        for (int index : portion.items()) {
            I item = portion.batch().item(index);
            try {
                pieces.add(crew.packing().pack(portion.batch().number(index), item));
            } catch (IOException e) {
                fail(portion, index, crew.work().path(item)[0], e);
            }
        }
        return pieces;
    }

    /// An item whose thread was interrupted by the item itself comes back without a word.
    private void settleRest() {
        Board.Portion<I, R> before = underWay.get();
        if (before != null) {
            for (int index : before.items()) {
                before.batch().settle(index, new Outcome.NotDone<>());
            }
        }
    }

    private void hear(byte[] bytes) {
        received += bytes.length;
        try {
            switch (Records.message(bytes)) {
                case Message.Report report -> report.events().forEach(this::hear);
                case Message.Aborted(String sentence) ->
                        crew.runner()
                                .abort(
                                        new RunAborted(
                                                sentence,
                                                new IOException("said by an interpreter")));
                case Message other -> throw new IOException("not from a session: " + other);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hear(Event event) {
        comesBack();
        Board.Portion<I, R> now = underWay.get();
        if (now == null) {
            return;
        }
        switch (event) {
            case Event.Done(int item, Bytes result) -> done(now, item - first(now), result);
            case Event.Failed(int item, int stage, Bytes cause) ->
                    fail(now, item - first(now), stage, cause(cause));
            case Event.Waits _, Event.Works _ -> {} // told at once, in words
        }
    }

    private static int first(Board.Portion<?, ?> portion) {
        return portion.batch().number(0);
    }

    private void done(Board.Portion<I, R> now, int index, Bytes bytes) {
        R result;
        try {
            result = bytes.read(crew.work().resultForm());
        } catch (IOException e) {
            fail(now, index, crew.work().path(now.batch().item(index))[0], e);
            return;
        }
        stay.interpreter().didOne();
        synchronized (this) {
            if (now.batch().settle(index, new Outcome.Done<>(result))) {
                lane.done(now.batch().number(index));
            }
        }
    }

    private synchronized void fail(Board.Portion<I, R> now, int index, int stage, Throwable cause) {
        if (now.batch().settle(index, new Outcome.Failed<>(stage, cause))) {
            lane.failed(now.batch().number(index), stage, cause);
        }
    }

    private Throwable cause(Bytes cause) {
        try {
            return cause.read(crew.work().failureForm());
        } catch (IOException e) {
            return e;
        }
    }
}

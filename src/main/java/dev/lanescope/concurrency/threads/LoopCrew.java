package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.kit.Seat;
import dev.lanescope.concurrency.kit.Visit;
import dev.lanescope.concurrency.knobs.Knob;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/// A loop, the helpers that read and write for it, and, if it does not compute itself, the pool
/// that does. All that happens to a page between two stages happens on the loop's thread.
final class LoopCrew<I, D, R> implements Crew<I, R> {

    /// As many as libuv has.
    private static final int HELPERS = 4;

    /// Pages under way at a time, so that memory stays bounded.
    private static final int WINDOW = 64;

    private final ItemRunner<I, D, R> runner;
    private final LinkedBlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final LaneThread loop;
    private final Hands<D> helpers;
    private final @Nullable Hands<D> pool;
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable Seat<D> seat; // of the loop, if it computes
    private volatile @Nullable Batch<I, R> batch;
    private int next;
    private volatile boolean closed;

    private LoopCrew(String name, int computing, ItemRunner<I, D, R> runner, Observer observer) {
        this.runner = runner;
        this.loop = new LaneThread(name + "-loop", 0, observer, this::run);
        this.pool =
                computing == 0
                        ? null
                        : new Hands<>(name + "-pool", 1, computing, runner, runner::seat, observer);
        this.helpers =
                new Hands<>(
                        name + "-helper",
                        1 + computing,
                        HELPERS,
                        runner,
                        runner::seatForTransfers,
                        observer);
    }

    /// @param computing threads of the pool; 0 if the loop computes itself
    static <I, D, R> LoopCrew<I, D, R> start(
            String name, int computing, ItemRunner<I, D, R> runner, Observer observer) {
        var crew = new LoopCrew<>(name, computing, runner, observer);
        crew.loop.start();
        crew.helpers.start();
        crew.threads.add(crew.loop);
        crew.threads.addAll(crew.helpers.threads());
        if (crew.pool != null) {
            crew.pool.start();
            crew.threads.addAll(crew.pool.threads());
        }
        runner.stop().onRequest(crew.loop::interrupt);
        return crew;
    }

    /// What a loop cannot honour.
    static Optional<String> refusal(Knob knob) {
        return knob == Knob.SCHEDULING
                ? Optional.of("Events come in the order in which files are ready.")
                : Refusals.ofThreads(knob);
    }

    @Override
    public List<Outcome<R>> perform(List<I> items) throws RunAborted, InterruptedException {
        Batch<I, R> now = runner.begin(items);
        events.add(() -> begin(now));
        try {
            now.await();
        } catch (InterruptedException e) {
            runner.stop().request();
            close();
            throw e;
        }
        if (runner.stop().requested()) {
            close();
        }
        return runner.outcomes(now);
    }

    @Override
    public void close() {
        closed = true;
        events.add(() -> {});
        helpers.close();
        if (pool != null) {
            pool.close();
        }
        runner.join(threads);
    }

    private void run(LaneObserver given) {
        LaneObserver lane = given;
        if (pool == null) {
            lane.waits(Waiting.STARTING);
            Seat<D> mine = runner.seat(lane);
            seat = mine;
            lane = mine.lane();
        }
        try {
            while (!closed && !runner.stop().requested()) {
                Runnable event = events.poll();
                if (event == null) {
                    lane.waits(waiting());
                    event = events.take();
                    if (pool != null) {
                        lane.waits(Waiting.DISPATCHING);
                    }
                }
                event.run();
            }
        } catch (InterruptedException _) {
            // a stop
        }
        lane.ends();
    }

    private Waiting waiting() {
        Batch<I, R> now = batch;
        if (now == null) {
            return Waiting.FOR_WORK;
        }
        return now.isOver() ? Waiting.NOTHING_LEFT : Waiting.FOR_IO;
    }

    private void begin(Batch<I, R> now) {
        batch = now;
        next = 0;
        while (next < Math.min(WINDOW, now.size())) {
            admit(now);
        }
    }

    private void admit(Batch<I, R> now) {
        Visit<D> visit = null;
        while (visit == null && next < now.size()) { // one that fails at once makes room again
            visit = runner.open(now, next++, loop.lane());
        }
        if (visit != null) {
            advance(now, visit);
        }
    }

    /// Sends a page where its next stage is done; on the loop's thread.
    private void advance(Batch<I, R> now, Visit<D> visit) {
        if (runner.next(visit) != Stage.Kind.COMPUTE) {
            helpers.take(
                    runner.latency(visit),
                    hand -> comeBack(now, visit, runner.stepNow(now, visit, hand)));
        } else if (pool != null) {
            pool.take(
                    runner.latency(visit), hand -> comeBack(now, visit, compute(now, visit, hand)));
        } else if (seat != null) {
            comeBack(now, visit, compute(now, visit, seat));
        }
    }

    /// All stages up to the next that reads or writes.
    private boolean compute(Batch<I, R> now, Visit<D> visit, Seat<D> on) {
        try {
            boolean more = true;
            while (more && runner.next(visit) == Stage.Kind.COMPUTE) {
                more = runner.step(now, visit, on);
            }
            return more;
        } finally {
            on.gate().leave();
        }
    }

    private void comeBack(Batch<I, R> now, Visit<D> visit, boolean more) {
        events.add(() -> {
            if (more) {
                advance(now, visit);
            } else {
                admit(now);
            }
        });
    }
}
